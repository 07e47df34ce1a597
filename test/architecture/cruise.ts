import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
const FOLDERS = ['libs', 'apps', 'workflows', 'activities', 'infra', 'test'];

export interface Violation {
  rule: string;
  from: string;
  to: string;
}

/** Runs dependency-cruiser as `npm run check` does, in `root`, and returns what it objects to. */
export function cruise(root: string): Violation[] {
  const binary = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const run = spawnSync(process.execPath, [binary, '--output-type', 'json', ...FOLDERS], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!run.stdout.startsWith('{')) throw new Error(run.stdout + run.stderr);
  const { summary } = JSON.parse(run.stdout) as {
    summary: { violations: { from: string; to: string; rule: { name: string } }[] };
  };
  return summary.violations.map(({ from, to, rule }) => ({ rule: rule.name, from, to }));
}

/** A house in small, with the real one's rules and packages, standing only while `use` runs. */
export function withHouse<T>(files: Record<string, string>, use: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'don-doc-house-'));
  try {
    for (const folder of FOLDERS) mkdirSync(join(root, folder));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    for (const name of [
      '.dependency-cruiser.cjs',
      'infra/house/import-table.cjs',
      'tsconfig.spec.json',
      'tsconfig.base.json',
    ]) {
      cpSync(join(ROOT, name), join(root, name), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    return use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}
