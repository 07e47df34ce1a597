import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPlan, soTuPhapLexicon } from '@don-doc/plan-document';
import type { PlanDraft } from '@don-doc/domain';
import { iso, previewOf } from './preview.js';
import type { Preview, PreviewOptions } from './preview.js';

const PLAN = resolve(import.meta.dirname, '../../../test/fixtures/documents/ke-hoach-chi-thi-02.docx');
const EVENT = ['reorganization-completed=2025-07-01'];

describe('don-doc preview, on the real plan', () => {
  let draft: PlanDraft;
  beforeAll(async () => {
    ({ draft } = await readPlan(readFileSync(PLAN), 'ke-hoach-chi-thi-02.docx', soTuPhapLexicon));
  });
  const preview = (options: Partial<PreviewOptions> = {}): Preview =>
    previewOf(draft, soTuPhapLexicon, { issued: '2025-05-05', until: '2025-12-31', ...options });
  const row = (of: Preview, no: string) => of.rows.find((r) => r.no === no)!;
  const at = (of: Preview, no: string, rule: string, to: string, period: string | null = null) =>
    row(of, no)
      .alarms.filter((a) => a.rule === rule && a.to.includes(to) && a.period === period)
      .map((a) => a.at);
  const days = (month: string, ...list: string[]) => list.map((d) => `2025-${month}-${d}T08:00:00+07:00`);

  it('gives all 30 rows of the appendix, in its order', () => {
    const nos = preview().rows.map((r) => r.no);
    expect(nos).toHaveLength(30);
    expect(nos).toEqual(draft.rows.map((r) => r.no));
  });

  it('holds the acceptance table of domain.md to the minute', () => {
    const table = preview({ event: EVENT, unsigned: true });
    for (const no of ['12', '2.1']) {
      expect(at(table, no, 'opening', 'unit-head')).toEqual(days('05', '05'));
      expect(at(table, no, 'due-in-5', 'unit-head')).toEqual(days('05', '23'));
      expect(at(table, no, 'due-in-1', 'unit-head')).toEqual(days('05', '29'));
      expect(row(table, no)).toMatchObject({ lastDay: '2025-05-31', lateFrom: '2025-06-01T00:00:00+07:00' });
      expect(at(table, no, 'overdue', 'office').slice(0, 4)).toEqual(days('06', '02', '04', '06', '09'));
      expect(at(table, no, 'overdue', 'deputy-director')).toEqual(days('06', '04'));
      expect(at(table, no, 'overdue', 'director')).toEqual(days('06', '06'));
    }
    expect(row(table, '3')).toMatchObject({
      opensOn: '2025-05-05',
      lastDay: '2025-05-29',
      lateFrom: '2025-05-30T00:00:00+07:00',
    });
    expect(at(table, '3', 'overdue', 'unit-head').slice(0, 5)).toEqual([
      ...days('05', '30'),
      ...days('06', '03', '05', '09', '16'),
    ]);
    expect(at(table, '2.2', 'overdue', 'unit-head').slice(0, 4)).toEqual(days('07', '09', '11', '15', '21'));
    expect(at(table, '1', 'overdue', 'office', '2025-06').slice(0, 4)).toEqual(days('07', '01', '03', '07', '14'));
    expect(at(table, '1', 'overdue', 'director', '2025-06')).toEqual([]);
    expect(row(table, '10')).toMatchObject({ opensOn: '2025-07-02', lastDay: null, lateFrom: null });
  });

  it('completes 2.1 by the signing, and keeps it open when unsigned', () => {
    expect(row(preview(), '2.1').alarms).toEqual([]);
    expect(row(preview({ unsigned: true }), '2.1').alarms.length).toBeGreaterThan(5);
  });

  it('lets the rows bound to the event wait while it is not told: none of them is ever overdue', () => {
    const waiting = preview();
    for (const no of ['2.2', '2.3', '2.4', '2.6', '5.4', '10', '11', '11.1', '11.2'])
      expect(row(waiting, no)).toMatchObject({ opensOn: null, lastDay: null, lateFrom: null, alarms: [] });
  });

  it('gives the leaders one page each Monday from the first after they were told', () => {
    const pages = preview({ event: EVENT }).pages;
    expect(pages.filter((p) => p.to === 'director')[0]).toMatchObject({ at: '2025-06-09T08:00:00+07:00' });
    expect(pages.filter((p) => p.to === 'director')[0]!.rows).toContain('3');
  });

  it('launched late, lists no alarm before the launch and sends one catch-up a row', () => {
    const late = preview({ launched: '2025-06-11T10:00' });
    for (const r of late.rows) for (const a of r.alarms) expect(a.at >= '2025-06-11T10:00:00+07:00').toBe(true);
    expect(row(late, '3').alarms[0]).toMatchObject({ at: '2025-06-11T10:00:00+07:00', rule: 'overdue', occurrence: 4 });
    expect(row(late, '3').superseded.map((a) => a.occurrence)).toEqual([1, 2, 3]);
  });

  it.each([
    [{ issued: '2025-02-30' }, 'DATE_INVALID'],
    [{ event: ['reorganization-completed=31/6/2025'] }, 'DATE_INVALID'],
    [{ event: ['sap-xep=2025-07-01'] }, 'EVENT_UNKNOWN'],
    [{ launched: 'mai' }, 'DATE_INVALID'],
  ])('refuses %j with %s', (options, code) => {
    expect(() => preview(options)).toThrow(code);
  });

  it('writes instants with the zone’s own offset', () => {
    expect(iso(Date.UTC(2025, 4, 29, 17))).toBe('2025-05-30T00:00:00+07:00');
  });
});
