import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describeError, errorTexts } from './errors.js';
import { planDocumentMessages } from './plan-document.js';

const root = join(__dirname, '../../..');
const rooms = ['libs', 'activities', 'apps/api', 'apps/worker'];

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (['node_modules', 'dist'].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.ts$/.test(entry.name) && !/\.spec\.ts$/.test(entry.name)) yield path;
  }
}

/** Codes of every refusal in the source. */
function thrownCodes(): string[] {
  const codes = new Set<string>();
  for (const room of rooms)
    for (const path of sources(join(root, room)))
      for (const match of readFileSync(path, 'utf8').matchAll(/DomainError\(([^{;]*?)[,)]/gs))
        for (const [, code] of (match[1] ?? '').matchAll(/'([A-Z][A-Z_]+)'/g)) if (code !== undefined) codes.add(code);
  return [...codes].sort();
}

describe('texts of refusals', () => {
  it('exist for every code thrown anywhere', () => {
    const codes = thrownCodes();
    expect(codes).toContain('STALE_VERSION');
    expect(codes.filter((code) => !(code in errorTexts) && !(code in planDocumentMessages))).toEqual([]);
  });

  it.each(Object.keys(errorTexts))('%s says what is wrong and what to do, in the register of an office', (code) => {
    const { title, detail } = describeError(code, {});
    for (const text of [title, detail]) {
      expect(text).toMatch(/[à-ỹđ]/i);
      expect(text).not.toMatch(/!|undefined|null|xin lỗi/i);
    }
    expect(detail).toMatch(/[.]$/);
  });

  it('name a code they do not know', () => {
    expect(describeError('SOMETHING_NEW', {}).detail).toContain('SOMETHING_NEW');
  });
});
