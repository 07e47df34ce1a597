import type { LaunchPreview, PlanView, RowView } from '@don-doc/contracts/http';
import { Link } from 'react-router';
import { wordsOf } from '../api/problem.js';
import { formatDate, formatNumber, sentence } from '../format.js';
import { Notice } from '../ui/notice.js';
import { Bone } from '../ui/skeleton.js';

/** What will happen with the answers as they are: the sentence, what stands in the way, each row's dates. */
export function PreviewPanel({
  plan,
  preview,
  isReading,
  error,
  missing,
  rows,
}: {
  readonly plan: PlanView;
  readonly preview: LaunchPreview | undefined;
  readonly isReading: boolean;
  readonly error: unknown;
  readonly missing: readonly string[];
  readonly rows: readonly RowView[];
}) {
  const timeText = new Map(rows.map((row) => [row.no, row.timeText]));
  return (
    <section
      className={isReading ? 'sheet preview is-reading' : 'sheet preview'}
      aria-live="polite"
      aria-busy={isReading}
    >
      <h2>Điều sẽ xảy ra</h2>
      {missing.length > 0 && <Notice title={`Còn thiếu: ${missing.join('; ')}.`} />}
      {Boolean(error) && missing.length === 0 && (
        <Notice tone="wrong" title="Chưa tính được">
          {wordsOf(error)}
        </Notice>
      )}
      {!preview && !error && missing.length === 0 && (
        <div className="stack">
          <Bone height={44} />
          <Bone height={260} />
        </div>
      )}
      {preview && missing.length === 0 && !error && (
        <>
          <p className="preview-sentence">{sentence(preview.sentence)}</p>
          {preview.blockers.length > 0 && (
            <div className="notice">
              <strong>{formatNumber(preview.blockers.length)} điểm phải trả lời trước khi khởi chạy</strong>
              <ul className="stack">
                {preview.blockers.map(({ code, message, rowNo }) => (
                  <li key={`${code}${rowNo ?? ''}`}>
                    {rowNo && <b className="quoted">{rowNo}</b>} {message}
                  </li>
                ))}
              </ul>
              <Link to={`/ke-hoach/${plan.id}/ra-soat`}>Mở phần rà soát</Link>
            </div>
          )}
          {preview.warnings.map(({ code, message }) => (
            <Notice key={code} title="Cần biết trước khi khởi chạy">
              {message} <Link to="/danh-ba">Mở Danh bạ</Link>
            </Notice>
          ))}
          <div className="preview-rows" tabIndex={0} role="region" aria-label="Thời hạn từng dòng">
            <table className="list">
              <thead>
                <tr>
                  <th scope="col">Dòng</th>
                  <th scope="col">Kế hoạch ghi</th>
                  <th scope="col" className="right">
                    Mở từ
                  </th>
                  <th scope="col" className="right">
                    Ngày cuối
                  </th>
                  <th scope="col" className="right">
                    Lời nhắc
                  </th>
                </tr>
              </thead>
              <tbody>
                {preview.rows.map(({ no, opensOn, lastDay, alarms }) => (
                  <tr key={no}>
                    <td className="quoted">{no}</td>
                    <td className="quoted preview-phrase" title={timeText.get(no)}>
                      {timeText.get(no)}
                    </td>
                    <td className="right nowrap">
                      {opensOn ? formatDate(opensOn) : <span className="muted">chờ sự kiện</span>}
                    </td>
                    <td className="right nowrap">
                      {lastDay ? formatDate(lastDay) : <span className="muted">chưa có</span>}
                    </td>
                    <td className="right">{formatNumber(alarms.length)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
