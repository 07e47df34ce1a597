import type { FindingView } from '@don-doc/contracts/http';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { usePlan } from '../app/plan-frame.js';
import { findingsQuery } from '../api/queries.js';
import { useCommand } from '../dialogs/use-command.js';
import { wordsOf } from '../api/problem.js';
import { formatInstant, formatNumber } from '../format.js';
import { PlanPageHead } from '../plan/plan-page-head.js';
import { Notice } from '../ui/notice.js';
import { QueryGate } from '../ui/query-gate.js';
import { Bone } from '../ui/skeleton.js';

const groups: readonly { severity: FindingView['severity']; title: string; explain: string }[] = [
  { severity: 'blocking', title: 'Chặn', explain: 'Phải trả lời trước khi khởi chạy.' },
  { severity: 'caution', title: 'Lưu ý', explain: 'Chấp nhận cùng nhau bằng một lý do, hoặc trả lời từng điểm.' },
  { severity: 'notice', title: 'Ghi nhận', explain: 'Không cần làm gì; văn bản được giữ nguyên văn.' },
];

/** What is odd in the plan, each with its place; nothing is mended, people answer, and who and why is kept. */
export default function FindingsPage() {
  const { plan } = usePlan();
  const query = useQuery(findingsQuery(plan.id));
  const mayAnswer = plan.commands.includes('answer-findings');
  return (
    <main id="noi-dung" className="narrow stack">
      <PlanPageHead title="Rà soát kế hoạch" plan={plan} />
      <QueryGate
        query={query}
        skeleton={
          <div className="stack">
            {Array.from({ length: 6 }, (_, index) => (
              <Bone key={index} height={84} />
            ))}
          </div>
        }
      >
        {(findings) =>
          findings.length === 0 ? (
            <Notice title="Không có điểm nào cần rà soát">
              Các số thứ tự, đơn vị và thời gian trong phụ lục đều đọc được.
            </Notice>
          ) : (
            groups.map(({ severity, title, explain }) => {
              const of = findings.filter((finding) => finding.severity === severity);
              if (of.length === 0) return null;
              const open = of.filter(({ answer }) => !answer);
              return (
                <section key={severity} className="stack finding-group">
                  <div>
                    <h2>
                      {title} <span className="muted">({formatNumber(of.length)})</span>
                    </h2>
                    <p className="muted">{explain}</p>
                  </div>
                  {severity === 'caution' && mayAnswer && open.length > 0 && <AcceptAll count={open.length} />}
                  <Folded isFolded={severity === 'notice'} count={of.length}>
                    <ul className="findings sheet">
                      {of.map((finding) => (
                        <FindingItem
                          key={finding.id}
                          finding={finding}
                          mayAnswer={mayAnswer && severity !== 'notice'}
                        />
                      ))}
                    </ul>
                  </Folded>
                </section>
              );
            })
          )
        }
      </QueryGate>
    </main>
  );
}

/** What needs nothing is there for who wants it, and in nobody's way. */
function Folded({
  isFolded,
  count,
  children,
}: {
  readonly isFolded: boolean;
  readonly count: number;
  readonly children: ReactNode;
}) {
  if (!isFolded) return children;
  return (
    <details>
      <summary>Xem {formatNumber(count)} điểm ghi nhận</summary>
      {children}
    </details>
  );
}

function AcceptAll({ count }: { readonly count: number }) {
  const { plan } = usePlan();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const run = useCommand(plan.id, () => {
    void message.info('Đã chấp nhận các lưu ý.');
  });
  return (
    <div className="accept-all">
      <label className="field">
        <span>Lý do chấp nhận {formatNumber(count)} lưu ý</span>
        <Input value={reason} onChange={({ target }) => setReason(target.value)} maxLength={2000} />
      </label>
      <Button
        loading={run.isPending}
        disabled={reason.trim().length < 3}
        onClick={() => run.mutate({ path: `/plans/${plan.id}/findings/accept`, body: { reason: reason.trim() } })}
      >
        Chấp nhận {formatNumber(count)} lưu ý
      </Button>
      {run.error && (
        <Notice tone="wrong" title="Chưa ghi được">
          {wordsOf(run.error)}
        </Notice>
      )}
    </div>
  );
}

function FindingItem({ finding, mayAnswer }: { readonly finding: FindingView; readonly mayAnswer: boolean }) {
  const { plan } = usePlan();
  const [open, setOpen] = useState(false);
  const [option, setOption] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const run = useCommand(plan.id, () => setOpen(false));
  const chosen = finding.options.find(({ code }) => code === finding.answer?.option);
  const ready = reason.trim().length >= 3 && (finding.options.length === 0 || option !== null);
  return (
    <li className="finding">
      <div>
        {finding.rowNo && <b className="quoted">{finding.rowNo}</b>} {finding.message}
      </div>
      {finding.place && <div className="small muted">{finding.place.label}</div>}
      {finding.answer && (
        <div className="finding-answer">
          {chosen ? `${chosen.label}. ` : ''}
          {finding.answer.reason}{' '}
          <span className="muted">
            ({finding.answer.byName}, {formatInstant(finding.answer.at)})
          </span>
        </div>
      )}
      {mayAnswer && !open && (
        <button type="button" className="link-button" onClick={() => setOpen(true)}>
          {finding.answer ? 'Trả lời lại' : 'Trả lời'}
          <span className="sr"> điểm này: {finding.message}</span>
        </button>
      )}
      {open && (
        <div className="stack finding-form">
          {finding.options.length > 0 && (
            <div role="radiogroup" aria-label="Cách xử lý" className="options">
              {finding.options.map(({ label }, index) => (
                <label key={label}>
                  <input type="radio" name={finding.id} checked={option === index} onChange={() => setOption(index)} />{' '}
                  {label}
                </label>
              ))}
            </div>
          )}
          <label className="field">
            <span>Lý do</span>
            <Input.TextArea
              value={reason}
              onChange={({ target }) => setReason(target.value)}
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={2000}
            />
          </label>
          {run.error && (
            <Notice tone="wrong" title="Chưa ghi được">
              {wordsOf(run.error)}
            </Notice>
          )}
          <div className="line">
            <Button
              type="primary"
              size="small"
              loading={run.isPending}
              disabled={!ready}
              onClick={() =>
                run.mutate({
                  path: `/plans/${plan.id}/findings/${finding.id}/answer`,
                  body: { option: option === null ? null : finding.options[option]?.code, reason: reason.trim() },
                })
              }
            >
              Ghi trả lời
            </Button>
            <Button size="small" onClick={() => setOpen(false)}>
              Để sau
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
