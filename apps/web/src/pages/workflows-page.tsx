import type { WorkflowView } from '@don-doc/contracts/http';
import { useQuery } from '@tanstack/react-query';
import { usePlan } from '../app/plan-frame.js';
import { workflowsQuery } from '../api/queries.js';
import { formatExact, formatInstant } from '../format.js';
import { PlanPageHead } from '../plan/plan-page-head.js';
import { workflowState } from '../row/row-detail.js';
import { Notice } from '../ui/notice.js';
import { QueryGate } from '../ui/query-gate.js';
import { Bone } from '../ui/skeleton.js';

const typeWords: Readonly<Record<string, string>> = {
  planWorkflow: 'Kế hoạch',
  taskWorkflow: 'Nhiệm vụ',
  digestWorkflow: 'Thư tổng hợp',
};

/** The durable workflows behind the plan: each task's, the plan's, the digests', and whether any is behind. */
export default function WorkflowsPage() {
  const { plan } = usePlan();
  const query = useQuery({ ...workflowsQuery(plan.id), refetchInterval: 10_000 });
  return (
    <main id="noi-dung" className="stack">
      <PlanPageHead title="Luồng xử lý" plan={plan} />
      <QueryGate query={query} skeleton={<Bone height={420} />}>
        {(workflows) =>
          workflows.length === 0 ? (
            <Notice title="Chưa có luồng xử lý nào">
              Luồng xử lý bắt đầu khi khởi chạy kế hoạch: một cho kế hoạch, một cho mỗi nhiệm vụ.
            </Notice>
          ) : (
            <div className="sheet scroll" tabIndex={0} role="region" aria-label="Bảng luồng xử lý">
              <table className="list workflows">
                <thead>
                  <tr>
                    <th scope="col">Luồng</th>
                    <th scope="col">Trạng thái</th>
                    <th scope="col" className="right">
                      Đã xét đến
                    </th>
                    <th scope="col" className="right">
                      Lần xét kế tiếp{plan.rehearsal ? ' (giờ thật)' : ''}
                    </th>
                    <th scope="col" className="right">
                      Phiên bản
                    </th>
                    <th scope="col">Mã luồng</th>
                  </tr>
                </thead>
                <tbody>
                  {workflows.map((workflow) => (
                    <Row key={workflow.workflowId} workflow={workflow} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </QueryGate>
    </main>
  );
}

function Row({ workflow }: { readonly workflow: WorkflowView }) {
  const behind = workflow.version - workflow.settledVersion;
  return (
    <tr>
      <td className="nowrap">
        {typeWords[workflow.type] ?? workflow.type} {workflow.taskNo}
      </td>
      <td>
        {workflowState(workflow.state)}
        {workflow.failingSince && (
          <div className="small">
            chưa chạy được từ {formatInstant(workflow.failingSince)}, đang tự thử lại
            {workflow.lastError && (
              <details>
                <summary>Nguyên văn để gửi quản trị</summary>
                <code className="small error-text">{workflow.lastError}</code>
              </details>
            )}
          </div>
        )}
        {behind > 0 && <div className="small muted">còn {behind} thay đổi chưa xét</div>}
      </td>
      <td className="right nowrap">
        {workflow.settledThrough && (
          <time title={formatExact(workflow.settledThrough)}>{formatInstant(workflow.settledThrough)}</time>
        )}
      </td>
      <td className="right nowrap">
        {workflow.nextWakeAt ? (
          <time title={formatExact(workflow.nextWakeAt)}>{formatInstant(workflow.nextWakeAt)}</time>
        ) : (
          <span className="muted">khi có thay đổi</span>
        )}
      </td>
      <td className="right">
        {workflow.settledVersion}/{workflow.version}
      </td>
      <td>
        <code className="small">{workflow.workflowId}</code>
      </td>
    </tr>
  );
}
