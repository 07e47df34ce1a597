import { once } from 'node:events';
import { InfraError } from '../errors.js';
import { endChild, hasEnded, spawnGuarded, type HowToEnd } from '../process/guarded.js';
import { until } from '../process/pids.js';
import { root } from './layout.js';
import type { Log, Speaker } from './log.js';
import type { Started } from './supervise.js';

const gentle: HowToEnd = { signal: 'SIGTERM', graceMs: 10_000 };

/** Starts a program of ours with Node and sends its lines to the log. */
export function startNode(who: Speaker, program: string, env: NodeJS.ProcessEnv, log: Log): Started {
  const child = spawnGuarded(
    process.execPath,
    ['--enable-source-maps', program],
    { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] },
    gentle,
  );
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines.filter(Boolean)) log.app(who, line);
    });
    stream?.on('end', () => {
      if (rest) log.app(who, rest);
    });
  }
  return { process: child, stop: () => endChild(child, gentle) };
}

/** Runs a program of ours to its end. @throws InfraError when it fails */
export async function runNode(
  who: Speaker,
  program: string,
  env: NodeJS.ProcessEnv,
  log: Log,
  what: string,
): Promise<void> {
  const { process: child } = startNode(who, program, env, log);
  await once(child, 'close');
  if (child.exitCode === 0) return;
  throw new InfraError(
    'STEP_FAILED',
    `${what} chưa xong (mã ${child.exitCode ?? child.signalCode ?? '?'}). Xem các dòng "${who}" ở trên.`,
  );
}

/** Waits until the page answers that it is ready; a child that dies meanwhile ends the wait. */
export async function untilAnswers(started: Started, url: string, timeoutMs: number): Promise<void> {
  const answered = await until(
    async () => {
      if (hasEnded(started.process)) return true;
      const response = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
      await response?.body?.cancel();
      return response?.ok === true;
    },
    timeoutMs,
    100,
  );
  if (hasEnded(started.process))
    throw new InfraError('API_START', 'Máy chủ trang không khởi động được. Xem các dòng "api" ở trên.');
  if (!answered)
    throw new InfraError('API_START', `Máy chủ trang chưa sẵn sàng sau ${timeoutMs / 1000} giây (${url}).`);
}
