import type { FindingView, PlanView, RowView } from '@don-doc/contracts/http';
import { Fragment, useMemo, useState, type CSSProperties } from 'react';
import type { PlanClock } from '../clock/use-plan-clock.js';
import { startOfDay } from '../format.js';
import { buildAxis, endOfDay, place, type PlanFacts } from '../timeline/geometry.js';
import { TimeAxis } from '../timeline/time-axis.js';
import { useNowLine } from '../timeline/use-now-line.js';
import { useChanged } from '../ui/use-changed.js';
import { AppendixRow } from './appendix-row.js';

export interface AppendixProps {
  readonly plan: PlanView;
  /** The rows to show, in the plan's order. */
  readonly rows: readonly RowView[];
  /** All rows: the axis is the same whatever is shown. */
  readonly all: readonly RowView[];
  readonly missing: ReadonlyMap<string, FindingView & { no: string }>;
  readonly clock: PlanClock;
}

const signature = (row: RowView): string =>
  [
    row.bucket,
    row.window.lastDay,
    row.window.opensOn,
    ...row.assignments.map(({ state, version }) => `${state}${version}`),
  ].join();

/** The appendix in the order, numbers and words of the plan; on its right, how each row stands. */
export function AppendixTable({
  plan,
  rows,
  all,
  missing,
  clock,
  openRowId,
}: AppendixProps & { readonly openRowId: string | null }) {
  const facts: PlanFacts = useMemo(
    () => ({
      issuedOn: plan.issuedOn,
      eventOn: plan.event.state === 'confirmed' || plan.event.state === 'expected' ? plan.event.on : null,
      now: clock.day ? startOfDay(clock.day) : null,
    }),
    [plan.issuedOn, plan.event.state, plan.event.on, clock.day],
  );
  const axis = useMemo(() => buildAxis(all, facts), [all, facts]);
  const table = useNowLine(axis.months.length > 0 ? axis : null, clock);
  const changed = useChanged(all, signature);
  const [brief, setBrief] = useState(readBrief);
  const draft = plan.status === 'draft';
  const drawn = axis.months.length > 0 && !draft;
  const eventLine = { '--event-at': facts.eventOn ? place(axis, endOfDay(facts.eventOn)) : -9 } as CSSProperties;

  return (
    <section className="appendix sheet" aria-label="Phụ lục các nhiệm vụ">
      <div className="appendix-bar">
        <div className="quoted appendix-name">
          Phụ lục <b>CÁC NHIỆM VỤ TRIỂN KHAI THỰC HIỆN</b>
        </div>
        <label className="small brief">
          <input
            type="checkbox"
            checked={brief}
            onChange={({ target }) => {
              setBrief(target.checked);
              keepBrief(target.checked);
            }}
          />
          Rút gọn chữ
        </label>
      </div>
      <table
        ref={table}
        className={`appendix-table${brief ? ' is-brief' : ''}${drawn ? '' : ' is-draft'}`}
        style={eventLine}
      >
        <thead>
          <tr>
            <th scope="col" className="c-no quoted">
              STT
            </th>
            <th scope="col" className="c-content quoted">
              Nội dung thực hiện
            </th>
            <th scope="col" className="c-lead quoted">
              Cơ quan chủ trì
            </th>
            <th scope="col" className="c-with quoted">
              Cơ quan phối hợp
            </th>
            <th scope="col" className="c-time quoted">
              Thời gian thực hiện
            </th>
            <th scope="col" className="c-status ours">
              {draft ? 'Rà soát' : 'Trạng thái'}
            </th>
            <th scope="col" className="c-due ours">
              Thời hạn
            </th>
            {!draft && (
              <th scope="col" className="c-units ours">
                Đơn vị
              </th>
            )}
            {drawn && (
              <th scope="col" className="c-bar ours">
                <TimeAxis axis={axis} facts={facts} event={plan.event} />
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const gap = missing.get(row.id);
            return (
              <Fragment key={row.id}>
                {gap && (
                  <tr className="gap">
                    <td className="c-no">
                      <span className="muted">–</span>
                    </td>
                    <td colSpan={6 + (draft ? 0 : 1) + (drawn ? 1 : 0)}>
                      Kế hoạch không có nhiệm vụ số {gap.no}.
                      {gap.place && <span className="muted"> {gap.place.label}.</span>}
                    </td>
                  </tr>
                )}
                <AppendixRow
                  row={row}
                  plan={plan}
                  axis={drawn ? axis : null}
                  facts={facts}
                  isOpen={row.id === openRowId}
                  isChanged={changed.has(row.id)}
                />
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const BRIEF = 'don-doc.brief';
function readBrief(): boolean {
  try {
    return localStorage.getItem(BRIEF) === '1';
  } catch {
    return false;
  }
}
function keepBrief(brief: boolean): void {
  try {
    localStorage.setItem(BRIEF, brief ? '1' : '0');
  } catch {
    // Kept for this visit only.
  }
}
