import type { AlarmView } from '@don-doc/contracts/http';
import { useState } from 'react';
import { formatExact, formatInstant, formatMonth, formatNumber } from '../format.js';
import { alarmStateWords, roleWord, withPeriod } from '../words.js';

const SHORT = 5;

export function AlarmList({ alarms, empty }: { readonly alarms: readonly AlarmView[]; readonly empty: string }) {
  const [all, setAll] = useState(false);
  if (alarms.length === 0) return <p className="muted">{empty}</p>;
  const shown = all ? alarms : alarms.slice(0, SHORT);
  return (
    <>
      <ul className="alarms">
        {shown.map((alarm) => (
          <li key={alarm.id}>
            <time dateTime={alarm.at} title={formatExact(alarm.at)}>
              {formatInstant(alarm.at)}
            </time>
            <span>
              {withPeriod(alarm.ruleText, alarm.period && formatMonth(alarm.period))}
              <span className="muted">
                {' '}
                {alarm.unitName && `· ${alarm.unitName} `}· {receivers(alarm)}
              </span>
              {alarm.note && <div className="assignment-note">{alarm.note}</div>}
            </span>
            <span className="muted small nowrap">{alarmStateWords[alarm.state] ?? alarm.state}</span>
          </li>
        ))}
      </ul>
      {alarms.length > SHORT && (
        <button type="button" className="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Thu gọn' : `Xem thêm ${formatNumber(alarms.length - SHORT)} lời nhắc`}
        </button>
      )}
    </>
  );
}

export function receivers({ recipients, to }: AlarmView): string {
  if (recipients.length > 0) return recipients.map(({ name }) => name).join(', ');
  return to.map(roleWord).join(', ') || 'hộp thư nhắc việc';
}
