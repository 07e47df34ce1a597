import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './cruise.js';

interface Message {
  ruleId: string;
  line: number;
}

/** Lints texts as if each stood in its file. */
function lint(cases: { file: string; text: string }[]): Message[][] {
  const run = spawnSync(process.execPath, [join(ROOT, 'test/architecture/lint.mjs')], {
    cwd: ROOT,
    input: JSON.stringify(cases),
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Message[][];
}

const SYNTAX = 'no-restricted-syntax';
const IMPORTS = '@typescript-eslint/no-restricted-imports';
type Breach = [rule: string, line: string];

const EVERYWHERE: Breach[] = [
  [SYNTAX, 'export const a1 = (at: Date) => at.getHours();'],
  [SYNTAX, 'export const a2 = (at: Date) => at.setDate(3);'],
  [SYNTAX, 'export const a3 = (at: Date) => at.getTimezoneOffset();'],
  [SYNTAX, 'export const a4 = new Date(2025, 4, 5);'],
  [SYNTAX, "export const a5 = (at: Date) => at.toLocaleDateString('vi-VN');"],
  [SYNTAX, "export const a6 = new Intl.DateTimeFormat('vi-VN');"],
  ['no-restricted-globals', 'export const a7 = typeof Temporal;'],
  ['@typescript-eslint/no-explicit-any', 'export const a8 = (x: any) => String(x);'],
];

const PURE: Breach[] = [
  [SYNTAX, 'export const b1 = () => Date.now();'],
  [SYNTAX, 'export const b2 = () => new Date();'],
  [SYNTAX, 'export const b3 = () => Math.random();'],
  ['no-console', "export const b4 = () => console.log('a');"],
  [IMPORTS, "export type { readConfig } from '@don-doc/config';"],
  [IMPORTS, "export { randomUUID } from 'node:crypto';"],
  [IMPORTS, "export { DataSource } from 'typeorm';"],
];

const SPEC: Breach[] = [
  [SYNTAX, "it.skip('a', () => undefined);"],
  [SYNTAX, "describe.only('b', () => undefined);"],
  [SYNTAX, "xit('c', () => undefined);"],
];

const RIGHT = [
  'export const c1 = (ms: number) => new Date(ms).toISOString();',
  "export const c2 = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });",
  'export const c3 = (at: Date) => at.getUTCHours();',
];

const CASES: [file: string, breaches: Breach[]][] = [
  ['libs/domain/src/any.ts', [...EVERYWHERE, ...PURE]],
  ['workflows/src/task/any.ts', [...EVERYWHERE, ...PURE]],
  ['libs/application/src/any.ts', EVERYWHERE],
  ['apps/web/src/any.tsx', EVERYWHERE],
  ['libs/domain/src/any.spec.ts', [...EVERYWHERE, ...SPEC]],
];

describe('the lint rules of the house', () => {
  let found: Message[][];

  beforeAll(() => {
    const cases = CASES.map(([file, breaches]) => ({
      file,
      text: [...breaches.map(([, line]) => line), ...RIGHT].join('\n'),
    }));
    const mute = {
      file: 'libs/config/src/any.ts',
      text: '/* eslint-disable */\nexport const a = new Date(2025, 4, 5);',
    };
    found = lint([...cases, mute]);
  }, 60_000);

  test.each(CASES.map(([file, breaches], index) => ({ file, breaches, index })))(
    'speak up in $file',
    ({ breaches, index }) => {
      const expected = breaches.map(([rule], line) => [rule, line + 1]);
      expect(found[index]?.map(({ ruleId, line }) => [ruleId, line])).toEqual(expected);
    },
  );

  test('cannot be switched off from inside a file', () => {
    expect(found.at(-1)?.map(({ ruleId }) => ruleId)).toContain(SYNTAX);
  });
});
