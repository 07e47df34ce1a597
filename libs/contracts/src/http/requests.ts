import { z } from 'zod';
import { civilDate, instant } from './views.js';

/** Every command carries a `commandId` made by the caller: a repeat of it is harmless and answers the same. */
const commandId = z.uuid();
const reason = z.string().trim().min(3).max(2000);

export const loginRequest = z.object({ username: z.string().min(1).max(100), password: z.string().min(1).max(200) });
export const changePasswordRequest = z.object({
  current: z.string().min(1).max(200),
  next: z.string().min(10).max(200),
});

export const launchRequest = z.object({
  commandId,
  /** S: the date of issue. */
  issuedOn: civilDate,
  /** Number and symbol given at signing ("15/KH-STP"), if known. */
  code: z.string().trim().max(50).nullish(),
  directoryId: z.uuid(),
  /** Who acts for the agency ("Sở Tư pháp" alone). */
  agencyUnitId: z.uuid(),
  /** Units picked for each group, by group code. */
  groups: z.record(z.string(), z.array(z.uuid()).min(1)),
  /** 2.1 is completed by the signing unless this is false. */
  signed: z.boolean().default(true),
  /** Dates the Office fixes by row number, as policy ("Văn phòng quy ước"). */
  fixedDue: z.record(z.string(), civilDate).default({}),
  /** Working days after D for "Ngay sau khi …". */
  immediateWorkingDays: z.number().int().min(1).max(60).default(5),
  rollPeriodToWorkingDay: z.boolean().default(false),
  policyApprovedBy: z.string().trim().max(200).nullish(),
  event: z
    .object({
      /** Absent: the plan's only event. */
      name: z.string().optional(),
      kind: z.enum(['expected', 'confirmed']),
      on: civilDate,
      document: z.string().max(200).nullish(),
    })
    .nullish(),
  rehearsal: z.object({ startAt: instant, rate: z.number().min(0).max(100000) }).nullish(),
});
export type LaunchRequest = z.infer<typeof launchRequest>;

export const planActRequest = z.object({ commandId, reason });
export const planEventRequest = z.object({
  commandId,
  /** Absent: the plan's only event. */
  name: z.string().optional(),
  kind: z.enum(['expected', 'confirmed', 'moved', 'revoked']),
  effectiveOn: civilDate.nullish(),
  document: z.string().trim().max(300).nullish(),
  note: z.string().trim().max(2000).nullish(),
});
export const clockRequest = z.discriminatedUnion('act', [
  z.object({ act: z.literal('pause'), commandId }),
  z.object({ act: z.literal('rate'), rate: z.number().gt(0).max(100000), commandId }),
  z.object({ act: z.literal('jump'), to: instant, commandId }),
  z.object({ act: z.literal('jump-to-next-alarm'), commandId }),
]);
const onVersion = { commandId, version: z.number().int() };
export const submitRequest = z.object({
  ...onVersion,
  code: z.string().trim().max(100).nullish(),
  issuedOn: civilDate.nullish(),
  summary: z.string().trim().min(3).max(4000),
});
export const acceptRequest = z.object({ ...onVersion, note: z.string().trim().max(2000).nullish() });
export const returnRequest = z.object({ ...onVersion, reason });
export const notArisenRequest = z.object({ ...onVersion, reason });
export const recordResultRequest = z.object({
  ...onVersion,
  code: z.string().trim().min(1).max(100),
  issuedOn: civilDate,
  actualOn: civilDate,
  summary: z.string().trim().max(4000).nullish(),
});
export const reportPeriodRequest = z.object({
  ...onVersion,
  period: z.string().regex(/^\d{4}-\d{2}$/),
  evidence: z.string().trim().min(3).max(4000),
});
export const remindRequest = z.object({ commandId, note: z.string().trim().max(1000).nullish() });
export const fixDueRequest = z.object({
  commandId,
  lastDay: civilDate,
  approvedBy: z.string().trim().min(2).max(200),
  reason,
});
export const inboxQuery = z.object({
  /** `next` of the page before. */
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
/** All that had come by `asOf` of the page that was read; what has come since stays unread. */
export const readInboxRequest = z.object({ asOf: instant });
export const answerFindingRequest = z.object({ option: z.string().nullish(), reason });
export const acceptFindingsRequest = z.object({ reason });
export const calendarDayRequest = z.object({
  date: civilDate,
  kind: z.enum(['off', 'work', 'normal']),
  name: z.string().trim().max(200),
  source: z.string().trim().max(300),
});
