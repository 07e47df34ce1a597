import { z } from 'zod';
import { civilDate, instant, role, windowView } from './views.js';

export const workflowView = z.object({
  workflowId: z.string(),
  runId: z.string().nullable(),
  type: z.string(),
  taskNo: z.string().nullable(),
  state: z.string(),
  nextWakeAt: instant.nullable(),
  version: z.number().int(),
  settledVersion: z.number().int(),
  settledThrough: instant.nullable(),
  /** Real time since which its settle fails, and with what; null while it succeeds. */
  failingSince: instant.nullable(),
  lastError: z.string().nullable(),
});

export const inboxEntry = z.object({
  id: z.string(),
  planId: z.uuid(),
  planTitle: z.string(),
  rehearsal: z.boolean(),
  at: instant,
  rule: z.string(),
  text: z.string(),
  rowId: z.uuid().nullable(),
  rowNo: z.string().nullable(),
  readAt: instant.nullable(),
});

/** A page of the inbox, newest first. */
export const inboxPage = z.object({
  entries: z.array(inboxEntry),
  /** Of the whole inbox. */
  unread: z.number().int(),
  /** Given back as `after`, answers the entries that follow; null: there are no more. */
  next: z.uuid().nullable(),
  /** Real instant of the reading: what came later is not meant by "all". */
  asOf: instant,
});

export const launchPreview = z.object({
  blockers: z.array(z.object({ code: z.string(), message: z.string(), rowNo: z.string().nullable() })),
  /** What does not stand in the way and should be known first: lead units nobody of whom can be reminded. */
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  tasks: z.number().int(),
  assignments: z.number().int(),
  units: z.number().int(),
  /** "sẽ gửi 14 thư cho 9 đơn vị vào 08:00 thứ Hai" */
  sentence: z.string(),
  firstDigest: z.object({ at: instant, mails: z.number().int(), units: z.number().int() }).nullable(),
  rows: z.array(
    z.object({
      no: z.string(),
      opensOn: civilDate.nullable(),
      lastDay: civilDate.nullable(),
      lateFrom: instant.nullable(),
      alarms: z.array(
        z.object({
          at: instant,
          rule: z.string(),
          occurrence: z.number(),
          period: z.string().nullable(),
          to: z.array(z.string()),
        }),
      ),
    }),
  ),
});

export const me = z.object({
  accountId: z.uuid(),
  username: z.string(),
  name: z.string(),
  roles: z.array(role),
  unitId: z.uuid().nullable(),
  unitName: z.string().nullable(),
  mustChangePassword: z.boolean(),
});
export type Me = z.infer<typeof me>;

/** RFC 9457, in Vietnamese. `code` is the domain error's code, `data` what the text was made from. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string().optional(),
  code: z.string(),
  data: z.record(z.string(), z.unknown()).optional(),
});

export const unitView = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(['unit', 'agency', 'post', 'guest']),
  headName: z.string().nullable(),
  demo: z.boolean(),
});
export const directoryView = z.object({ id: z.uuid(), name: z.string(), demo: z.boolean(), units: z.array(unitView) });

/** A month of a plan's working calendar is told day by day only where it differs from Monday–Friday. */
export const calendarView = z.object({
  id: z.string(),
  version: z.number().int(),
  unannounced: z.array(z.number().int()),
  days: z.array(z.object({ date: civilDate, kind: z.enum(['off', 'work']), name: z.string(), source: z.string() })),
});
export const launched = z.object({
  planId: z.uuid(),
  planWorkflowId: z.string(),
  taskWorkflowIds: z.array(z.string()),
});
export const imported = z.object({ planId: z.uuid() });
export const eventPreview = z.object({
  rows: z.array(z.object({ no: z.string(), before: windowView, after: windowView })),
  alarms: z.object({ added: z.number().int(), removed: z.number().int() }),
});

/** How a plan's machinery stands: all zero is well. */
export const planHealth = z.object({
  planId: z.uuid(),
  rehearsal: z.boolean(),
  /** Real milliseconds the latest wake is past its instant. */
  latestWakeMs: z.number().int(),
  tasksBehind: z.number().int(),
  oldestOutboxMs: z.number().int(),
  failingSettles: z.number().int(),
  digestsUnsent: z.number().int(),
});
export const readiness = z.object({
  status: z.enum(['ready', 'degraded', 'unready']),
  database: z.boolean(),
  temporal: z.boolean(),
  plans: z.array(planHealth),
});
export const health = z.object({ status: z.literal('alive') });

export type WorkflowView = z.infer<typeof workflowView>;
export type InboxEntry = z.infer<typeof inboxEntry>;
export type InboxPage = z.infer<typeof inboxPage>;
export type LaunchPreview = z.infer<typeof launchPreview>;
export type UnitView = z.infer<typeof unitView>;
export type DirectoryView = z.infer<typeof directoryView>;
export type CalendarView = z.infer<typeof calendarView>;
export type Launched = z.infer<typeof launched>;
export type EventPreview = z.infer<typeof eventPreview>;
export type PlanHealth = z.infer<typeof planHealth>;
export type Readiness = z.infer<typeof readiness>;
