import type { Moment, RunningPlan } from './plan.js';

/** Something a person does on a day of the plan. */
export interface Act {
  readonly at: Moment;
  readonly what: string;
  readonly perform: (plan: RunningPlan) => Promise<unknown>;
}

const act = (at: Moment, what: string, perform: Act['perform']): Act => ({ at, what, perform });

/** The launch is at this moment. */
export const LAUNCHED_AT: Moment = '2025-05-05 07:30';

/** May: guidance, counting and packing before 30/5, with work returned, not arisen, and left undone. */
export const MAY: readonly Act[] = [
  act('2025-05-05 09:00', 'event expected on 1/7', (p) => p.event('expected', '2025-07-01')),
  act('2025-05-12 10:00', 'P1 submits 5.1', (p) => p.submit('5.1', 'P1')),
  act('2025-05-14 14:00', 'the Office asks P1 for more', (p) => p.sendBack('5.1', 'P1')),
  act('2025-05-15 08:00', 'Văn phòng finishes 3', (p) => p.submit('3', 'VP')),
  act('2025-05-16 09:00', 'Phó Giám đốc returns 3', (p) => p.sendBack('3', 'VP')),
  act('2025-05-20 09:30', 'P1 submits 5.1 again', (p) => p.submit('5.1', 'P1')),
  act('2025-05-20 09:30', 'P2 submits 5.1 and is acknowledged by itself', (p) => p.submit('5.1', 'P2')),
  act('2025-05-21 16:00', 'the Office accepts P1', (p) => p.accept('5.1', 'P1')),
  act('2025-05-22 07:59', 'P3 has nothing for 5.2', (p) => p.notArisen('5.2', 'P3')),
  act('2025-05-23 10:00', 'the Office agrees', (p) => p.accept('5.2', 'P3')),
  act('2025-05-26 10:15', 'Đôn đốc ngay P3 about 5.1', (p) => p.remind('5.1', 'P3')),
  act('2025-05-27 15:00', 'Văn phòng finishes 3 again', (p) => p.submit('3', 'VP')),
  act('2025-05-28 08:00', 'evidence of May for 1', (p) => p.report('1', 'VP', '2025-05')),
  act('2025-05-29 17:30', 'P4 submits 7 on its last day', (p) => p.submit('7', 'P4')),
];

/** June: overdue work, some of it done late, and the plan suspended for a week. */
export const JUNE: readonly Act[] = [
  act('2025-06-03 10:00', 'the Office returns P4’s 7 after its day', (p) => p.sendBack('7', 'P4')),
  act('2025-06-06 11:00', 'P3 submits 5.1 late', (p) => p.submit('5.1', 'P3')),
  act('2025-06-09 08:30', 'the Office accepts it', (p) => p.accept('5.1', 'P3')),
  act('2025-06-10 09:00', 'P1’s 7 was done in time', (p) => p.record('7', 'P1', '2025-05-28')),
  act('2025-06-12 09:00', 'suspended', (p) => p.suspend()),
  act('2025-06-16 10:00', 'P2 submits 5.2 meanwhile', (p) => p.submit('5.2', 'P2')),
  act('2025-06-20 09:00', 'resumed', (p) => p.resume()),
  act('2025-06-24 09:00', 'Văn phòng finishes 12', (p) => p.submit('12', 'VP')),
  act('2025-06-25 09:00', 'the missing row 8 is added, 9 given to P1', async (p) =>
    p.amend('22/KH-STP', [
      {
        kind: 'add-row',
        no: '8',
        content: 'Trích xuất và đóng gói tài liệu, cơ sở dữ liệu tài liệu của cơ quan',
        timeText: 'Trước 30/7/2025',
        leadUnitIds: [p.life.directory.officeUnit, p.life.directory.units.P2],
        coordinatorText: '',
        source: 'II.8',
      },
      { kind: 'change-row', rowId: (await p.row('9')).id, leadUnitIds: [p.life.directory.units.P1] },
    ]),
  ),
  act('2025-06-27 16:00', 'event confirmed for 1/7', (p) => p.event('confirmed', '2025-07-01')),
];

/** July: the event comes, is moved after its day, and is revoked. */
export const JULY: readonly Act[] = [
  act('2025-07-04 10:00', 'Văn phòng finishes 2.2', (p) => p.submit('2.2', 'VP')),
  act('2025-07-07 09:00', 'event moved to 15/7', (p) => p.event('moved', '2025-07-15')),
  act('2025-07-17 09:00', 'P1 submits 5.4', (p) => p.submit('5.4', 'P1')),
  act('2025-07-18 09:00', 'row 10 is given its date', (p) => p.fixDue('10', '2025-08-15')),
  act('2025-07-18 15:00', 'P2 submits the new 8', (p) => p.submit('8', 'P2')),
  act('2025-07-21 10:00', 'Đôn đốc ngay P2 about 5.4', (p) => p.remind('5.4', 'P2')),
  act('2025-07-25 15:00', 'event revoked', (p) => p.event('revoked')),
];

/** August and September: expected and confirmed anew, evidence given for some months and missed for others. */
export const AUTUMN: readonly Act[] = [
  act('2025-08-04 09:00', 'event expected on 20/8', (p) => p.event('expected', '2025-08-20')),
  act('2025-08-08 09:00', 'evidence of August for 1', (p) => p.report('1', 'VP', '2025-08')),
  act('2025-08-26 09:00', 'event confirmed for 1/9', (p) => p.event('confirmed', '2025-09-01')),
  act('2025-09-05 09:00', '13 has not arisen', (p) => p.notArisen('13', 'VP')),
  act('2025-09-10 09:00', '2.6 is given its date', (p) => p.fixDue('2.6', '2025-10-15')),
  act('2025-09-11 09:00', '11.1 is given its date', (p) => p.fixDue('11.1', '2025-09-30')),
  act('2025-09-15 14:00', 'a day off is announced', (p) => p.dayOff('2025-10-13')),
  act('2025-09-22 09:00', 'Văn phòng finishes 11.1 on time', (p) => p.submit('11.1', 'VP')),
];

/** October to December: the rest comes in late, and the plan is closed with work left undone. */
export const WINTER: readonly Act[] = [
  act('2025-10-09 09:00', 'Văn phòng finishes 10 late', (p) => p.submit('10', 'VP')),
  act('2025-11-03 09:00', 'Văn phòng finishes 2.6 late', (p) => p.submit('2.6', 'VP')),
  act('2025-11-05 09:00', 'Phó Giám đốc returns 2.6', (p) => p.sendBack('2.6', 'VP')),
  act('2025-11-20 09:00', 'P2 submits 5.4 late', (p) => p.submit('5.4', 'P2')),
  act('2025-12-01 09:00', 'Văn phòng finishes 2.6 again', (p) => p.submit('2.6', 'VP')),
];

/** Performs acts at their moments, one after the other, each on what has settled. */
export async function live(plan: RunningPlan, acts: readonly Act[]): Promise<void> {
  for (const { at, what, perform } of acts) {
    await plan.goTo(at);
    await plan.settled();
    await perform(plan).catch((error: unknown) => {
      throw new Error(`${at} ${what}: ${error instanceof Error ? error.message : String(error)}`);
    });
  }
  await plan.settled();
}
