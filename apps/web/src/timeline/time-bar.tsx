import type { PlanView, RowView } from '@don-doc/contracts/http';
import { formatDate, formatMonth, inSentence } from '../format.js';
import { periodStateWords } from '../words.js';
import { barOf, percent, type Axis, type PlanFacts, type Span } from './geometry.js';

const Y = 13;

function Block({
  span,
  className,
  y = Y - 3,
  height = 6,
}: {
  readonly span: Span;
  readonly className: string;
  readonly y?: number;
  readonly height?: number;
}) {
  return <rect className={className} x={percent(span.x)} width={percent(span.width)} y={y} height={height} />;
}

/** One row's time on the table's axis. Drawn, and said in words for who cannot see it. */
export function TimeBar({
  row,
  axis,
  facts,
  event,
}: {
  readonly row: RowView;
  readonly axis: Axis;
  readonly facts: PlanFacts;
  readonly event: PlanView['event'];
}) {
  const bar = barOf(row, axis, facts);
  return (
    <div className="time-bar">
      <svg width="100%" height="26" role="img" aria-label={spoken(row, event)}>
        <line x1="0" x2="100%" y1={Y} y2={Y} className="tb-track" />
        {bar.window && bar.window.kind === 'closed' && (
          <Block span={bar.window} className={bar.done ? 'tb-window-over' : 'tb-window'} />
        )}
        {bar.window && bar.window.kind !== 'closed' && (
          <line
            x1={percent(bar.window.x)}
            x2={percent(bar.window.x + bar.window.width)}
            y1={Y}
            y2={Y}
            className={bar.window.kind === 'open' ? 'tb-open' : 'tb-awaiting'}
          />
        )}
        {bar.window?.kind === 'open' && <Block span={{ x: bar.window.x, width: 0.006 }} className="tb-window" />}
        {bar.done && <Block span={bar.done} className="tb-done" />}
        {bar.late && <Block span={bar.late} className="tb-late" y={Y - 4} height={8} />}
        {bar.firstDue !== null && (
          <line x1={percent(bar.firstDue)} x2={percent(bar.firstDue)} y1={Y - 6} y2={Y + 6} className="tb-first-due" />
        )}
        {bar.due !== null && (
          <line
            x1={percent(bar.due)}
            x2={percent(bar.due)}
            y1={Y - 8}
            y2={Y + 8}
            className={`tb-due tb-due-${row.bucket}`}
          />
        )}
        {bar.periods.map(({ period, x, state }) => (
          <svg key={period} x={percent(x)} y={Y} overflow="visible" className={`tb-period tb-period-${state}`}>
            {state === 'missed' ? <path d="M-4 4 0-4 4 4Z" /> : <circle r="3.6" />}
          </svg>
        ))}
      </svg>
    </div>
  );
}

function spoken(row: RowView, event: PlanView['event']): string {
  const { opensOn, lastDay, firstLastDay } = row.window;
  const said = [
    opensOn ? `Mở từ ${formatDate(opensOn)}` : `Chờ ${inSentence(event.label)}`,
    lastDay ? `hạn cuối ${formatDate(lastDay)}` : 'chưa có ngày cuối',
  ];
  if (firstLastDay && lastDay && firstLastDay !== lastDay) said.push(`trước là ${formatDate(firstLastDay)}`);
  for (const { period, state } of row.assignments[0]?.periods ?? [])
    said.push(`kỳ ${formatMonth(period)} ${periodStateWords[state] ?? ''}`);
  return said.join(', ');
}
