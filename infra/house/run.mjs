import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The program of an installed package, without npx: npx would go to the registry for what is missing. */
export const bin = (name) => `${ROOT}node_modules/.bin/${name}`;

/**
 * Runs a command in the root. `show`: its output as it comes; else it is kept and given back.
 * `watch` is told each piece of stderr, and gets the child once.
 */
export function run(command, args, { show = false, env = {}, watch } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...(show && process.stdout.isTTY && { FORCE_COLOR: '1' }), ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (piece) => (output += piece));
    child.stderr.on('data', (piece) => {
      if (show) process.stderr.write(piece);
      else output += piece;
      watch?.onError?.(String(piece));
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? 1, signal, output }));
    watch?.onStart?.(child);
  });
}

/** "0,4 giây", "1 phút 12 giây" */
export function elapsed(since) {
  const seconds = (performance.now() - since) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1).replace('.', ',')} giây`;
  return `${Math.floor(seconds / 60)} phút ${Math.round(seconds % 60)} giây`;
}
