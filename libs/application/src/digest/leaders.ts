import { leaderPage } from '@don-doc/domain';
import type { CivilDate, LeaderPageLine } from '@don-doc/domain';
import { sqlRows } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import { loadTasks } from '../core/load-task.js';
import { factsAt, type PlanFrame } from '../core/plan-frame.js';
import { gatheringAt, isLeaderDay } from './days.js';

/** The working days late at which each leader is first told; from then on the work stands on their Monday page. */
const TOLD_AT = { 'deputy-director': 3, director: 5 } as const;
export type Leader = keyof typeof TOLD_AT;
export const LEADERS = Object.keys(TOLD_AT) as Leader[];

/** What stands on a leader's page on a day; nothing on other days than their Mondays. */
export async function pageOf(
  em: EntityManager,
  frame: PlanFrame,
  day: CivilDate,
  leader: Leader,
): Promise<LeaderPageLine[]> {
  const { calendar } = factsAt(frame, frame.now);
  if (!isLeaderDay(calendar, day)) return [];
  const tasks = await loadTasks(em, frame.id);
  return tasks.flatMap(({ model }) =>
    leaderPage(model.rows, model.assignments, calendar, gatheringAt(day), TOLD_AT[leader]),
  );
}

/** People who get their Monday page, whether or not an alarm of the day is for them. */
export async function leadersWithLateWork(em: EntityManager, frame: PlanFrame, day: CivilDate): Promise<string[]> {
  const { calendar } = factsAt(frame, frame.now);
  if (!isLeaderDay(calendar, day)) return [];
  const told: string[] = [];
  for (const leader of LEADERS) {
    if ((await pageOf(em, frame, day, leader)).length === 0) continue;
    const people = await sqlRows<{ id: string }>(
      em,
      'SELECT id FROM person WHERE directory_id = $1 AND $2 = ANY(roles)',
      [frame.directoryId, leader],
    );
    told.push(...people.map(({ id }) => id));
  }
  return told;
}
