import { findingRules } from '@don-doc/domain';
import { findingsCommand } from './findings.js';

function run(json: boolean): string {
  let out = '';
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))));
  try {
    expect(findingsCommand({ json })).toBe(0);
    return out;
  } finally {
    stdout.mockRestore();
  }
}

describe('don-doc findings --list', () => {
  it('names every rule once, with its gravity and what it looks for, the gravest first', () => {
    const listed = JSON.parse(run(true)) as { code: string; severity: string; title: string }[];
    expect(listed.map(({ code }) => code).sort()).toEqual(findingRules.map(({ code }) => code).sort());
    const order = listed.map(({ severity }) => ['blocking', 'caution', 'notice'].indexOf(severity));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    for (const rule of findingRules)
      expect(listed).toContainEqual(
        expect.objectContaining({ code: rule.code, severity: rule.severity, title: rule.title }),
      );
  });

  it('prints a table that says in Vietnamese what each gravity asks', () => {
    const text = run(false);
    expect(text).toMatch(/^UNIT_UNKNOWN +chặn +Đơn vị chưa có trong danh mục$/mu);
    expect(text).toContain(`${findingRules.length} quy tắc`);
    expect(text).toContain('chặn: phải trả lời trước khi khởi chạy');
  });
});
