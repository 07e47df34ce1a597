import { startOfDay } from '../format.js';
import { assignment, row } from '../testing/factories.js';
import { addMonths, barOf, buildAxis, endOfDay, monthLabels, percent, place } from './geometry.js';

const facts = { issuedOn: '2025-05-05', eventOn: '2025-07-01', now: startOfDay('2025-06-05') };

describe('the axis', () => {
  it('runs over whole months, from the first window to the month after the last known date', () => {
    const axis = buildAxis([row()], facts);
    expect(axis.from).toBe(startOfDay('2025-05-01'));
    expect(axis.to).toBe(startOfDay('2025-09-01'));
    expect(axis.months.map(({ month }) => month)).toEqual(['2025-05', '2025-06', '2025-07', '2025-08']);
    expect(axis.months.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1);
  });

  it('crosses the year', () => {
    expect(addMonths('2025-12', 1)).toBe('2026-01');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
  });

  it('keeps what is outside at its edges', () => {
    const axis = buildAxis([row()], facts);
    expect(place(axis, startOfDay('2020-01-01'))).toBe(0);
    expect(place(axis, startOfDay('2030-01-01'))).toBe(1);
  });

  it('is empty, not broken, when nothing is known', () => {
    const nothing = row({ window: { opensOn: null, lastDay: null, firstLastDay: null } });
    expect(buildAxis([nothing], { issuedOn: null, eventOn: null, now: null }).months).toEqual([]);
  });
});

describe('a row on the axis', () => {
  const axis = buildAxis([row()], facts);

  it('ends its window at the end of the last day, not at its beginning', () => {
    const bar = barOf(row(), axis, facts);
    expect(bar.due).toBeCloseTo(place(axis, endOfDay('2025-05-29')));
    expect((bar.window?.x ?? 0) + (bar.window?.width ?? 0)).toBeCloseTo(bar.due ?? 0);
  });

  it('is late from the end of the last day until now, only when the API says it is overdue', () => {
    expect(barOf(row(), axis, facts).late).toBeNull();
    const late = barOf(row({ bucket: 'overdue' }), axis, facts).late;
    expect(late?.x).toBeCloseTo(place(axis, endOfDay('2025-05-29')));
    expect((late?.x ?? 0) + (late?.width ?? 0)).toBeCloseTo(place(axis, facts.now));
  });

  it('keeps the lateness of finished work, to the day it was finished', () => {
    const finished = row({
      bucket: 'completed-late',
      assignments: [assignment({ state: 'accepted', actualOn: '2025-06-02' })],
    });
    const bar = barOf(finished, axis, facts);
    expect((bar.late?.x ?? 0) + (bar.late?.width ?? 0)).toBeCloseTo(place(axis, endOfDay('2025-06-02')));
    expect((bar.done?.x ?? 0) + (bar.done?.width ?? 0)).toBeCloseTo(bar.due ?? 0);
  });

  it('is open to the end of the axis while the event that ends it is not known', () => {
    const bar = barOf(row({ window: { lastDay: null, firstLastDay: null } }), axis, { ...facts, eventOn: null });
    expect(bar.window?.kind).toBe('open');
    expect((bar.window?.x ?? 0) + (bar.window?.width ?? 0)).toBeCloseTo(1);
  });

  it('is open to the expected event once there is one', () => {
    const bar = barOf(row({ window: { lastDay: null, firstLastDay: null } }), axis, facts);
    expect(bar.window?.kind).toBe('open');
    expect((bar.window?.x ?? 0) + (bar.window?.width ?? 0)).toBeCloseTo(place(axis, endOfDay('2025-07-01')));
  });

  it('waits from the day after the event when its beginning depends on it', () => {
    const waiting = row({ bucket: 'not-yet', window: { opensOn: null, lastDay: null, firstLastDay: null } });
    const bar = barOf(waiting, axis, facts);
    expect(bar.window?.kind).toBe('awaiting');
    expect(bar.window?.x).toBeCloseTo(place(axis, startOfDay('2025-07-02')));
  });

  it('shows the first due date beside a moved one', () => {
    const moved = barOf(row({ window: { lastDay: '2025-06-20', firstLastDay: '2025-05-29' } }), axis, facts);
    expect(moved.firstDue).toBeCloseTo(place(axis, endOfDay('2025-05-29')));
    expect(barOf(row(), axis, facts).firstDue).toBeNull();
  });

  it('shows the gravest state of a month over all units', () => {
    const month = (state: 'met' | 'missed') => [{ period: '2025-05', lastDay: '2025-05-31', state, evidence: null }];
    const monthly = row({
      assignments: [assignment({ periods: month('met') }), assignment({ periods: month('missed') })],
    });
    expect(barOf(monthly, axis, facts).periods).toEqual([
      { period: '2025-05', state: 'missed', x: place(axis, endOfDay('2025-05-31')) },
    ]);
  });

  it('writes shares as percentages', () => {
    expect(percent(1 / 3)).toBe('33.333%');
  });
});

describe('the labels of the axis', () => {
  const monthsOf = (first: string, count: number) =>
    Array.from({ length: count }, (_, n) => ({ month: `${addMonths(first, n)}-01`, x: n / count, width: 1 / count }));
  const told = (first: string, count: number) => monthLabels(monthsOf(first, count)).filter((label) => label !== '');

  it('name every month of a short plan, the year with the first and with January', () => {
    expect(told('2025-10', 5)).toEqual(['10/25', '11', '12', '1/26', '2']);
  });

  it('thin out on a long one, so that none stands in another', () => {
    expect(told('2025-05', 20)).toEqual(['5/25', '10', '1/26', '4', '7', '10']);
    expect(told('2025-05', 80).length).toBeLessThanOrEqual(8);
  });
});
