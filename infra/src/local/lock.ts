import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { InfraError } from '../errors.js';
import { commandLine, isAlive } from '../process/pids.js';
import type { Layout } from './layout.js';

export interface Running {
  readonly pid: number;
  readonly startedAt: string;
}

/** The start that holds this data folder now, if it is alive: after a kill -9 its number may be another program's. */
export async function runningStart(layout: Layout): Promise<Running | undefined> {
  const text = await readFile(layout.lock, 'utf8').catch(() => '');
  try {
    const running = JSON.parse(text) as Running;
    return isAlive(running.pid) && commandLine(running.pid).includes('start.mjs') ? running : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the data folder for this process. @throws InfraError when another start has it */
export async function takeLock(layout: Layout): Promise<() => Promise<void>> {
  await mkdir(layout.dir, { recursive: true });
  const mine: Running = { pid: process.pid, startedAt: new Date().toISOString() };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await writeFile(layout.lock, JSON.stringify(mine), { flag: 'wx' });
      return () => rm(layout.lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const other = await runningStart(layout);
    if (other) {
      throw new InfraError(
        'ALREADY_RUNNING',
        `Đôn Đốc đang chạy trên dữ liệu này (${layout.dir}), tiến trình ${other.pid}.\nXem địa chỉ các trang: npx don-doc doctor. Muốn dừng: Ctrl-C ở cửa sổ đang chạy, hoặc kill ${other.pid}.\nMuốn chạy thêm một bản riêng: npm start -- --data THƯ_MỤC_KHÁC`,
      );
    }
    await rm(layout.lock, { force: true });
  }
  throw new InfraError('LOCK', `Không giữ được ${layout.lock}. Xem quyền ghi của thư mục rồi chạy lại.`);
}
