import { DomainError, foldFacts, initialFacts, planNow } from '@don-doc/domain';
import type {
  CivilDate,
  ClockSegment,
  DeadlinePolicy,
  EpochMs,
  PlanClock,
  PlanFacts,
  PlanLogEntry,
} from '@don-doc/domain';
import { epochMs, sqlRow } from '@don-doc/persistence';
import type { PlanStatus } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';
import { loadCalendar } from './calendars.js';

/** A launched plan as one statement saw it, with its clock read at that moment: call it only once all locks are held. */
export interface PlanFrame {
  readonly id: string;
  readonly directoryId: string;
  readonly title: string;
  readonly code: string | null;
  readonly isRehearsal: boolean;
  readonly status: Exclude<PlanStatus, 'draft'>;
  readonly generation: string;
  readonly version: number;
  readonly settledVersion: number;
  readonly settledThrough: EpochMs;
  readonly launchedAt: EpochMs;
  readonly clock: PlanClock;
  readonly realNow: EpochMs;
  /** The plan's now; never before the last entry of its log. */
  readonly now: EpochMs;
  /** At the launch, before any entry of the log. */
  readonly base: PlanFacts;
  readonly log: readonly PlanLogEntry[];
}

interface FrameRow {
  id: string;
  directoryId: string;
  title: string;
  code: string | null;
  isRehearsal: boolean;
  status: PlanStatus;
  generation: string;
  version: number;
  settledVersion: number;
  settledThrough: EpochMs;
  issuedOn: CivilDate;
  launchedAt: EpochMs;
  policy: DeadlinePolicy;
  calendarId: string;
  calendarVersion: number;
  log: LogRow[];
  segments: ClockSegment[];
  leaseUntil: EpochMs | null;
  realNow: EpochMs;
}

interface LogRow {
  kind: 'event' | 'suspended' | 'resumed' | 'closed' | 'calendar';
  at: EpochMs;
  seq: number;
  name: string | null;
  change: 'expected' | 'confirmed' | 'moved' | 'revoked' | null;
  on: CivilDate | null;
  calendarVersion: number | null;
}

const FRAME = `
SELECT p.id, p.directory_id AS "directoryId", p.title, p.code, p.is_rehearsal AS "isRehearsal", p.status, p.generation,
  p.version, p.settled_version AS "settledVersion", ${epochMs('p.settled_through')} AS "settledThrough",
  p.issued_on AS "issuedOn", ${epochMs('p.launched_at')} AS "launchedAt", p.policy,
  p.calendar_id AS "calendarId", p.calendar_version AS "calendarVersion",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'at', ${epochMs('e.at')}, 'seq', e.seq, 'name', e.name,
      'change', e.change, 'on', e.effective_on, 'calendarVersion', e.calendar_version) ORDER BY e.at, e.seq), '[]')
    FROM plan_event e
    WHERE e.plan_id = p.id AND e.kind IN ('event', 'suspended', 'resumed', 'closed', 'calendar')) AS log,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('realFrom', ${epochMs('s.real_from')},
      'planFrom', ${epochMs('s.plan_from')}, 'rate', s.rate) ORDER BY s.seq), '[]')
    FROM clock_segment s WHERE s.plan_id = p.id) AS segments,
  (SELECT ${epochMs('c.lease_until')} FROM plan_clock c WHERE c.plan_id = p.id) AS "leaseUntil",
  ${epochMs('clock_timestamp()')} AS "realNow"
FROM plan p WHERE p.id = $1`;

/** @throws DomainError PLAN_UNKNOWN, PLAN_NOT_LAUNCHED */
export async function loadFrame(em: EntityManager, planId: string): Promise<PlanFrame> {
  const row = await sqlRow<FrameRow>(em, FRAME, [planId]);
  if (row === null) throw new DomainError('PLAN_UNKNOWN', { planId });
  if (row.status === 'draft') throw new DomainError('PLAN_NOT_LAUNCHED', { planId });
  const calendar = await loadCalendar(em, row.calendarId, row.calendarVersion);
  const log: PlanLogEntry[] = [];
  for (const entry of row.log) log.push(await toEntry(em, row.calendarId, entry));
  const clock: PlanClock = { segments: row.segments, leaseUntil: row.leaseUntil };
  const now = Math.max(planNow(clock, row.realNow), log.at(-1)?.at ?? row.launchedAt);
  const { issuedOn, launchedAt, policy } = row;
  return {
    id: row.id,
    directoryId: row.directoryId,
    title: row.title,
    code: row.code,
    isRehearsal: row.isRehearsal,
    status: row.status,
    generation: row.generation,
    version: row.version,
    settledVersion: row.settledVersion,
    settledThrough: row.settledThrough,
    launchedAt,
    clock,
    realNow: row.realNow,
    now,
    base: initialFacts({ issuedOn, launchedAt, calendar, policy }),
    log,
  };
}

async function toEntry(em: EntityManager, calendarId: string, row: LogRow): Promise<PlanLogEntry> {
  const { at, seq } = row;
  if (row.kind === 'calendar') {
    return { kind: 'calendar', at, seq, calendar: await loadCalendar(em, calendarId, row.calendarVersion ?? 0) };
  }
  if (row.kind !== 'event') return { kind: row.kind, at, seq };
  return { kind: 'event', at, seq, name: row.name ?? '', change: row.change ?? 'revoked', on: row.on };
}

/** The facts in force at an instant. What was told at the launch is in force from the first instant on. */
export function factsAt(frame: PlanFrame, through: EpochMs): PlanFacts {
  const upTo = Math.max(through, frame.launchedAt);
  return foldFacts(
    frame.base,
    frame.log.filter((entry) => entry.at <= upTo),
  );
}

/** Entries that are still to be worked through by what has settled up to `through`. */
export function logAfter(frame: PlanFrame, through: EpochMs): PlanLogEntry[] {
  const after = Math.max(through, frame.launchedAt);
  return frame.log.filter((entry) => entry.at > after);
}
