import type { RowView } from '@don-doc/contracts/http';
import { markOfAssignment, wordsOfAssignment } from '../plan/due.js';
import { formatNumber } from '../format.js';

/** "2/9" and a mark a unit, in the order of the units; said in words for who cannot see the marks. */
export function Units({ row }: { readonly row: RowView }) {
  if (row.assignmentsTotal === 0) return <span className="muted">–</span>;
  const late = row.assignments.filter(({ bucket, state }) => bucket === 'overdue' && state !== 'submitted').length;
  const said = `${row.assignmentsDone} trên ${row.assignmentsTotal} đơn vị đã xong${late > 0 ? `, ${late} quá hạn` : ''}`;
  return (
    <span className="units">
      <span className="units-count" aria-hidden="true">
        {formatNumber(row.assignmentsDone)}/{formatNumber(row.assignmentsTotal)}
      </span>
      <span className="sr">{said}</span>
      {row.assignmentsTotal > 1 && (
        <span className="units-marks" aria-hidden="true">
          {row.assignments.map((assignment) => (
            <i
              key={assignment.id}
              className={`unit-mark unit-${markOfAssignment(assignment)}`}
              title={`${assignment.unitName}: ${wordsOfAssignment(assignment)}`}
            />
          ))}
        </span>
      )}
    </span>
  );
}
