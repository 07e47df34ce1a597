import { z } from 'zod';
import { civilDate, instant, windowView } from './views.js';

/** What an amendment does to one row of the appendix. Units are of the plan's directory. */
export const amendmentChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('add-row'),
    /** "8" is a task of its own, "5.5" a step of task 5. */
    no: z.string().regex(/^\d{1,3}(\.\d{1,3})?$/),
    content: z.string().trim().min(3).max(8000),
    timeText: z.string().trim().max(500),
    /** The last day, where the wording of the time states none. */
    fixedLastDay: civilDate.nullish(),
    leadUnitIds: z.array(z.uuid()).min(1).max(100),
    coordinatorText: z.string().trim().max(2000).default(''),
    /** Where in the plan the duty stands: "II.7". */
    source: z.string().trim().max(100).nullish(),
  }),
  z.object({
    kind: z.literal('change-row'),
    rowId: z.uuid(),
    content: z.string().trim().min(3).max(8000).nullish(),
    timeText: z.string().trim().max(500).nullish(),
    fixedLastDay: civilDate.nullish(),
    leadUnitIds: z.array(z.uuid()).min(1).max(100).nullish(),
    coordinatorText: z.string().trim().max(2000).nullish(),
  }),
  z.object({ kind: z.literal('withdraw-row'), rowId: z.uuid() }),
]);
export type AmendmentChange = z.infer<typeof amendmentChange>;

const changes = z.array(amendmentChange).min(1).max(100);
const reason = z.string().trim().min(3).max(2000);

export const amendmentDocument = z.object({
  /** Kế hoạch sửa đổi, bổ sung; quyết định; công văn. */
  kind: z.enum(['plan', 'decision', 'letter']),
  code: z.string().trim().min(1).max(100),
  issuedOn: civilDate,
});
export const proposeAmendmentRequest = z.object({
  commandId: z.uuid(),
  document: amendmentDocument,
  reason,
  changes,
});
export const previewAmendmentRequest = z.object({ changes });
export const confirmAmendmentRequest = z.object({
  commandId: z.uuid(),
  note: z.string().trim().max(2000).nullish(),
});
export const declineAmendmentRequest = z.object({ commandId: z.uuid(), reason });

/** A row as people read it, at one side of a change. */
const rowText = z.object({
  content: z.string(),
  leadText: z.string(),
  coordinatorText: z.string(),
  timeText: z.string(),
  lastDay: civilDate.nullable(),
});
export const amendedRow = z.object({
  kind: z.enum(['add-row', 'change-row', 'withdraw-row']),
  no: z.string(),
  before: rowText.nullable(),
  after: rowText.nullable(),
});
export type AmendedRow = z.infer<typeof amendedRow>;

export const amendmentView = z.object({
  id: z.uuid(),
  seq: z.number().int(),
  status: z.enum(['proposed', 'confirmed', 'declined']),
  document: amendmentDocument,
  reason: z.string(),
  rows: z.array(amendedRow),
  proposedBy: z.string(),
  proposedAt: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decisionNote: z.string().nullable(),
  /** Whether this person may decide it now. */
  mayDecide: z.boolean(),
});
export type AmendmentView = z.infer<typeof amendmentView>;

/** A duty of the plan's body for a number that the appendix lacks: offered to be taken, never taken by itself. */
export const amendmentOffer = z.object({ no: z.string(), source: z.string(), content: z.string() });
export type AmendmentOffer = z.infer<typeof amendmentOffer>;

const changedAlarm = z.object({
  at: instant,
  rowNo: z.string().nullable(),
  unitName: z.string().nullable(),
  ruleText: z.string(),
});
export const amendmentPreview = z.object({
  rows: z.array(
    z.object({
      kind: z.enum(['add-row', 'change-row', 'withdraw-row']),
      no: z.string(),
      before: windowView.nullable(),
      after: windowView.nullable(),
    }),
  ),
  /** Every reminder of the horizon that comes or goes, in order. */
  added: z.array(changedAlarm),
  removed: z.array(changedAlarm),
  until: civilDate,
});
export type AmendmentPreview = z.infer<typeof amendmentPreview>;
