// Ends a process tree whose parent has died, even by kill -9. The parent holds the other end of our stdin and tells us
// lines: "+ pid signal graceMs" when it has started a child, "- pid" when the child has ended by itself, "+dir path" and
// "-dir path" for a folder that must not outlive it. When stdin closes, the parent is gone: what is still alive is ended in
// reverse order of its start (API, worker, Temporal, PostgreSQL), then the folders go.
// Plain JavaScript outside src/ so that it runs the same from src under Jest and from dist.
import { readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const children = new Map();
const folders = new Set();

/** A zombie (no one reaps orphans in many containers) counts as dead. */
function alive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat[stat.lastIndexOf(')') + 2] !== 'Z';
  } catch {
    return process.platform !== 'linux';
  }
}

function signalGroup(pid, signal) {
  // Children lead their own group, so theirs go with them; PostgreSQL's backends have groups of their own and follow the postmaster.
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal);
      return;
    } catch {
      // Not a leader, or gone already.
    }
  }
}

async function end(pid, { signal, graceMs }) {
  if (!alive(pid)) return;
  signalGroup(pid, signal);
  const until = Date.now() + graceMs;
  while (alive(pid) && Date.now() < until) await sleep(50);
  if (alive(pid)) signalGroup(pid, 'SIGKILL');
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGPIPE']) process.on(signal, () => undefined);

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const [act, pid, signal, graceMs] = line.split(' ');
  if (act === '+dir') folders.add(line.slice('+dir '.length));
  if (act === '-dir') folders.delete(line.slice('-dir '.length));
  if (act === '+') children.set(Number(pid), { signal, graceMs: Number(graceMs) });
  if (act === '-') children.delete(Number(pid));
});
lines.on('close', async () => {
  for (const [pid, how] of [...children].reverse()) await end(pid, how);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
