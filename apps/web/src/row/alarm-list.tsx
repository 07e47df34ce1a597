import type { AlarmView } from '@don-doc/contracts/http';
import { useState } from 'react';
import { formatExact, formatInstant, formatMonth, formatNumber } from '../format.js';
import { groupAlarms } from './group-alarms.js';
import { alarmStateWords, roleWord, withPeriod } from '../words.js';

const SHORT = 5;

export function AlarmList({ alarms, empty }: { readonly alarms: readonly AlarmView[]; readonly empty: string }) {
  const [all, setAll] = useState(false);
  if (alarms.length === 0) return <p className="muted">{empty}</p>;
  const groups = groupAlarms(alarms);
  const shown = all ? groups : groups.slice(0, SHORT);
  return (
    <>
      <ul className="alarms">
        {shown.map(({ first, unitNames }) => (
          <li key={first.id}>
            <time dateTime={first.at} title={formatExact(first.at)}>
              {formatInstant(first.at)}
            </time>
            <span>
              {withPeriod(first.ruleText, first.period && formatMonth(first.period))}
              <span className="muted"> · {receivers(first)}</span>
              {unitNames.length > 1 && (
                <span className="small muted units-of">
                  {formatNumber(unitNames.length)} đơn vị: {unitNames.join('; ')}
                </span>
              )}
              {first.note && <div className="assignment-note">{first.note}</div>}
            </span>
            <span className="muted small nowrap">{alarmStateWords[first.state] ?? first.state}</span>
          </li>
        ))}
      </ul>
      {groups.length > SHORT && (
        <button type="button" className="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Thu gọn' : `Xem thêm ${formatNumber(groups.length - SHORT)} lời nhắc`}
        </button>
      )}
    </>
  );
}

export function receivers({ recipients, to }: AlarmView): string {
  if (recipients.length > 0) return recipients.map(({ name }) => name).join(', ');
  return to.map(roleWord).join(', ') || 'hộp thư nhắc việc';
}
