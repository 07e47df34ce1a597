import type { PlanView, RowView } from '@don-doc/contracts/http';
import { memo } from 'react';
import { Link } from 'react-router';
import { civilOf, formatExact } from '../format.js';
import type { Axis, PlanFacts } from '../timeline/geometry.js';
import { TimeBar } from '../timeline/time-bar.js';
import { Status } from '../ui/status.js';
import { Units } from '../ui/units.js';
import { bucketWords } from '../words.js';
import { dueWords, markOfRow, type DueWords } from './due.js';

export const AppendixRow = memo(function AppendixRow({
  row,
  plan,
  axis,
  facts,
  isOpen,
  isChanged,
}: {
  readonly row: RowView;
  readonly plan: PlanView;
  readonly axis: Axis | null;
  readonly facts: PlanFacts;
  readonly isOpen: boolean;
  readonly isChanged: boolean;
}) {
  const isTask = row.parentNo === null;
  const draft = plan.status === 'draft';
  const due = dueWords(row, plan.event, plan.status, facts.now === null ? null : civilOf(facts.now));
  const name = [isTask ? 'is-task' : 'is-step', isOpen ? 'is-open' : '', isChanged ? 'changed' : ''].join(' ').trim();
  return (
    <tr className={name}>
      <td className="c-no quoted">{row.no}</td>
      <td className="c-content quoted">
        <Link to={`/ke-hoach/${plan.id}/dong/${row.id}`} preventScrollReset>
          <span className="clamp">{row.content}</span>
        </Link>
      </td>
      <td className="c-lead quoted">
        <span className="clamp">{row.leadText}</span>
      </td>
      <td className="c-with quoted">
        <span className="clamp">{row.coordinatorText}</span>
      </td>
      <td className="c-time quoted">
        <span className="clamp">{row.timeText}</span>
      </td>
      <td className="c-status">
        {!draft && <Status mark={markOfRow(row)} words={rowWords(row)} />}
        {isTask && !draft && row.taskBucket && row.taskBucket !== row.bucket && (
          <div className="small muted whole">Cả nhiệm vụ: {bucketWords[row.taskBucket].toLocaleLowerCase('vi-VN')}</div>
        )}
        {draft && row.findings === 0 && <span className="muted">–</span>}
        {row.findings > 0 && <div className={draft ? '' : 'small muted'}>{row.findings} điểm rà soát</div>}
      </td>
      <td className="c-due">
        <Due due={due} lateFrom={row.window.lateFrom} />
      </td>
      {!draft && (
        <td className="c-units">
          <Units row={row} />
        </td>
      )}
      {axis && (
        <td className="c-bar">
          <TimeBar row={row} axis={axis} facts={facts} event={plan.event} />
        </td>
      )}
    </tr>
  );
});

export const rowWords = (row: RowView): string =>
  markOfRow(row) === 'due-soon' ? 'Đang thực hiện, sắp đến hạn' : bucketWords[row.bucket];

export function Due({ due, lateFrom }: { readonly due: DueWords; readonly lateFrom: string | null }) {
  return (
    <div className={`due due-${due.tone}`} title={lateFrom ? `Quá hạn từ ${formatExact(lateFrom)}` : undefined}>
      <div>{due.main}</div>
      {due.left && <div className="due-left">{due.left}</div>}
      {due.moved && <div className="small muted">{due.moved}</div>}
      {due.byPolicy && <div className="small muted">Văn phòng quy ước</div>}
    </div>
  );
}
