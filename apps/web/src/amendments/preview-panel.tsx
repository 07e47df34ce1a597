import type { AmendmentPreview, WindowView } from '@don-doc/contracts/http';
import { formatDate, formatInstant, formatNumber } from '../format.js';
import { amendmentKindWords } from '../words.js';

const windowWords = (window: WindowView | null): string => {
  if (window === null) return '–';
  const { opensOn, lastDay } = window;
  if (!opensOn) return 'chờ sự kiện';
  return lastDay ? `${formatDate(opensOn)} – ${formatDate(lastDay)}` : `từ ${formatDate(opensOn)}`;
};

/** Every window and every reminder that an amendment changes, before and after. */
export function PreviewPanel({ preview }: { readonly preview: AmendmentPreview }) {
  const { rows, added, removed, until } = preview;
  return (
    <>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">Dòng</th>
            <th scope="col">Thay đổi</th>
            <th scope="col">Thời hạn hiện nay</th>
            <th scope="col">Thời hạn mới</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ no, kind, before, after }) => (
            <tr key={no}>
              <td className="quoted">{no}</td>
              <td>{amendmentKindWords[kind]}</td>
              <td className="muted">{windowWords(before)}</td>
              <td>{windowWords(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">Lời nhắc đến ngày {formatDate(until)}, nếu không có gì khác thay đổi:</p>
      <Reminders title="Thêm" alarms={added} />
      <Reminders title="Bỏ" alarms={removed} />
    </>
  );
}

function Reminders({ title, alarms }: { readonly title: string; readonly alarms: AmendmentPreview['added'] }) {
  if (alarms.length === 0) return <p>{title}: không có lời nhắc nào.</p>;
  return (
    <details>
      <summary>
        {title}: {formatNumber(alarms.length)} lời nhắc
      </summary>
      <ul className="reminders-changed">
        {alarms.map(({ at, rowNo, unitName, ruleText }) => (
          <li key={`${at} ${rowNo} ${unitName} ${ruleText}`}>
            <span className="nowrap">{formatInstant(at)}</span>
            <span>
              {rowNo && `dòng ${rowNo}`}
              {unitName && `, ${unitName}`}: {ruleText}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
