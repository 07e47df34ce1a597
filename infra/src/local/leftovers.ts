import { readFile, rm, writeFile } from 'node:fs/promises';
import { endLeftover } from '../process/guarded.js';
import { commandLine } from '../process/pids.js';
import type { Layout } from './layout.js';

export interface ChildRecord {
  readonly name: string;
  readonly pid: number;
  /** A part of its command line, so that a number reused by another program is left alone. */
  readonly mark: string;
}

/** Written at every change, for the start that comes after a kill -9. */
export async function recordChildren(layout: Layout, children: readonly ChildRecord[]): Promise<void> {
  await writeFile(layout.children, JSON.stringify(children));
}

/** Ends the worker and API that a killed start has left running: two of each on one database would be one too many. */
export async function endLeftovers(layout: Layout, say: (message: string) => void): Promise<void> {
  const text = await readFile(layout.children, 'utf8').catch(() => '[]');
  let records: ChildRecord[] = [];
  try {
    records = JSON.parse(text) as ChildRecord[];
  } catch {
    // Cut short by the kill: the guard of that start sees to its children.
  }
  for (const { name, pid, mark } of [...records].reverse()) {
    if (!commandLine(pid).includes(mark)) continue;
    say(`Dừng ${name} còn sót lại của lần chạy trước (tiến trình ${pid}).`);
    await endLeftover(pid, { signal: 'SIGTERM', graceMs: 8_000 });
  }
  await rm(layout.children, { force: true });
}
