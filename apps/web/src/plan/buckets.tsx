import type { PlanView, StatusBucket } from '@don-doc/contracts/http';
import { formatNumber } from '../format.js';
import { Shape } from '../ui/shape.js';
import { bucketOrder, bucketWords } from '../words.js';

/** The ways work is counted; together they are all of it. A press shows only those rows. Rows withdrawn show where there are any. */
export function Buckets({
  counts,
  chosen,
  onChoose,
}: {
  readonly counts: PlanView['buckets'];
  readonly chosen: StatusBucket | null;
  readonly onChoose: (bucket: StatusBucket | null) => void;
}) {
  return (
    <ul className="buckets" aria-label="Lọc theo trạng thái">
      {bucketOrder
        .filter((bucket) => bucket !== 'withdrawn' || (counts[bucket] ?? 0) > 0)
        .map((bucket) => (
          <li key={bucket}>
            <button
              type="button"
              className={`bucket status-${bucket}${counts[bucket] ? '' : ' bucket-none'}`}
              aria-pressed={chosen === bucket}
              onClick={() => onChoose(chosen === bucket ? null : bucket)}
            >
              <span className="bucket-number">{formatNumber(counts[bucket] ?? 0)}</span>
              <span className="bucket-word">
                <Shape mark={bucket} />
                {bucketWords[bucket]}
              </span>
            </button>
          </li>
        ))}
    </ul>
  );
}
