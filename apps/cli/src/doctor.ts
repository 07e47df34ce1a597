import type { Readiness } from '@don-doc/contracts/http';
import { inspect, type Finding, type Inspection } from '@don-doc/infra';

export interface DoctorOptions {
  readonly data?: string;
  readonly json?: boolean;
}

/** `don-doc doctor`: 1 when something that `npm start` needs is missing, or what runs does not answer well. */
export async function doctorCommand(options: DoctorOptions = {}): Promise<number> {
  const inspection = await inspect(options.data);
  const health = inspection.running ? await askHealth(inspection.running.apiPort) : undefined;
  const report = options.json ? JSON.stringify({ ...inspection, health }, null, 2) : describe(inspection, health);
  process.stdout.write(`${report}\n`);
  const lacking = inspection.findings.some(({ ok, weight }) => !ok && weight === 'needed');
  const unwell = inspection.running !== undefined && (health === undefined || health.status === 'unready');
  return lacking || unwell ? 1 : 0;
}

/** Undefined when nothing answers; a page that is not ready answers 503 with the same shape. */
async function askHealth(port: number | undefined): Promise<Readiness | undefined> {
  if (port === undefined) return undefined;
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health/ready`, { signal: AbortSignal.timeout(5_000) });
    const body = (await response.json()) as Partial<Readiness>;
    return body.status === undefined ? undefined : (body as Readiness);
  } catch {
    return undefined;
  }
}

export function describe({ findings, running }: Inspection, health: Readiness | undefined): string {
  const width = Math.max(...findings.map(({ title }) => title.length)) + 2;
  const lines = [...findings.map((finding) => line(finding, width)), ''];
  if (!running) lines.push('Chưa có bản nào đang chạy trên dữ liệu này. Chạy: npm start');
  else {
    lines.push(
      `Đang chạy (tiến trình ${running.pid}${running.apiPort ? `, http://127.0.0.1:${running.apiPort}` : ''}).`,
    );
    lines.push(
      ...(health ? healthLines(health) : ['✗ Máy chủ trang chưa trả lời. Xem nhật ký api.log trong thư mục dữ liệu.']),
    );
  }
  const lacking = findings.filter(({ ok, weight }) => !ok && weight === 'needed');
  if (lacking.length > 0)
    lines.push(
      '',
      `Còn thiếu ${lacking.length} mục cần cho "npm start": ${lacking.map(({ title }) => title).join(', ')}.`,
    );
  return lines.join('\n');
}

function line({ ok, weight, title, detail }: Finding, width: number): string {
  const mark = ok ? '✓' : weight === 'needed' ? '✗' : '–';
  return `${mark} ${title.padEnd(width)}${detail.replaceAll('\n', `\n${' '.repeat(width + 2)}`)}`;
}

const statusWords: Readonly<Record<Readiness['status'], string>> = {
  ready: '✓ Sẵn sàng.',
  degraded: '– Chạy được nhưng có chỗ chậm, xem từng kế hoạch dưới đây.',
  unready: '✗ Chưa sẵn sàng.',
};

function healthLines({ status, database, temporal, plans }: Readiness): string[] {
  return [
    statusWords[status],
    `${database ? '✓' : '✗'} PostgreSQL ${database ? 'trả lời' : 'không trả lời'}`,
    `${temporal ? '✓' : '✗'} Temporal ${temporal ? 'trả lời' : 'không trả lời'}`,
    ...plans.map((plan) => {
      const troubles = [
        plan.latestWakeMs > 0 ? `lần thức trễ nhất ${seconds(plan.latestWakeMs)}` : '',
        plan.tasksBehind > 0 ? `${plan.tasksBehind} nhiệm vụ chưa theo kịp` : '',
        plan.oldestOutboxMs ? `lời gọi chờ lâu nhất ${seconds(plan.oldestOutboxMs)}` : '',
        plan.failingSettles > 0 ? `${plan.failingSettles} nhiệm vụ tính không được` : '',
        plan.digestsUnsent > 0 ? `${plan.digestsUnsent} thư nhắc chưa gửi` : '',
      ].filter(Boolean);
      return `${troubles.length === 0 ? '✓' : '–'} ${plan.rehearsal ? '[DIỄN TẬP] ' : ''}Kế hoạch ${plan.planId}: ${troubles.join(', ') || 'bình thường'}`;
    }),
  ];
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).replace('.', ',')} giây`;
}
