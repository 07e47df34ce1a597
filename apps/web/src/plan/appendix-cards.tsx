import { Fragment } from 'react';
import { Link } from 'react-router';
import { Status } from '../ui/status.js';
import { Units } from '../ui/units.js';
import { Due, rowWords } from './appendix-row.js';
import type { AppendixProps } from './appendix-table.js';
import { dueWords, markOfRow } from './due.js';

/** The appendix on a phone: the same rows, order and words, one under the other. */
export function AppendixCards({ plan, rows, missing, clock }: AppendixProps) {
  return (
    <ol className="cards" aria-label="Phụ lục các nhiệm vụ">
      {rows.map((row) => {
        const gap = missing.get(row.id);
        return (
          <Fragment key={row.id}>
            {gap && <li className="card-gap muted">Kế hoạch không có nhiệm vụ số {gap.no}.</li>}
            <li className={row.parentNo === null ? 'card sheet' : 'card sheet is-step'}>
              <Link className="card-what quoted" to={`/ke-hoach/${plan.id}/dong/${row.id}`}>
                <b>{row.no}</b> <span>{row.content}</span>
              </Link>
              <div className="card-time quoted muted">{row.timeText}</div>
              <div className="card-state">
                {plan.status === 'draft' ? (
                  <span className="muted">Chưa khởi chạy</span>
                ) : (
                  <Status mark={markOfRow(row)} words={rowWords(row)} />
                )}
                <Units row={row} />
              </div>
              <Due due={dueWords(row, plan.event, plan.status, clock.day)} lateFrom={row.window.lateFrom} />
            </li>
          </Fragment>
        );
      })}
    </ol>
  );
}
