import type { PlanView } from '@don-doc/contracts/http';
import { formatDate, formatDayMonth, inSentence } from '../format.js';
import { endOfDay, monthLabels, percent, place, type Axis, type PlanFacts } from './geometry.js';

/** The head of the time column: months, the plan's now, and the event all rows speak of. */
export function TimeAxis({
  axis,
  facts,
  event,
}: {
  readonly axis: Axis;
  readonly facts: PlanFacts;
  readonly event: PlanView['event'];
}) {
  const labels = monthLabels(axis.months);
  return (
    <div className="time-axis">
      <div className="axis-flags" aria-hidden="true">
        {facts.eventOn && (
          <span
            className={`axis-event axis-event-${event.state}`}
            style={{ left: percent(place(axis, endOfDay(facts.eventOn))) }}
          >
            <i />
            <b>{formatDayMonth(facts.eventOn)}</b>
          </span>
        )}
      </div>
      <div className="axis-months" aria-hidden="true">
        {axis.months.map(({ month, x, width }, index) => (
          <span key={month} style={{ left: percent(x), width: percent(width) }}>
            {labels[index]}
          </span>
        ))}
      </div>
      <span className="sr">
        Trục thời gian chung
        {facts.eventOn &&
          `; ${event.state === 'confirmed' ? '' : 'dự kiến '}${inSentence(event.label)} ngày ${formatDate(facts.eventOn)}`}
      </span>
    </div>
  );
}
