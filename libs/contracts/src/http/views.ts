import { z } from 'zod';

/** What the API answers. Instants are ISO 8601 UTC strings with milliseconds; civil dates are 'YYYY-MM-DD' in Asia/Ho_Chi_Minh. */
export const instant = z.iso.datetime({ offset: true });
export const civilDate = z.iso.date();

export const role = z.enum(['office', 'unit-head', 'unit-staff', 'deputy-director', 'director', 'observer', 'admin']);
export type Role = z.infer<typeof role>;

export const statusBucket = z.enum([
  'completed-on-time', // hoàn thành đúng hạn
  'completed-late', // hoàn thành quá hạn
  'in-progress', // đang thực hiện trong hạn
  'overdue', // đang thực hiện quá hạn
  'not-yet', // Chưa đến thời điểm thực hiện
  'no-due-date', // Chưa xác định thời hạn
  'not-arisen', // Không phát sinh
  'withdrawn', // Rút khỏi kế hoạch
]);
export type StatusBucket = z.infer<typeof statusBucket>;

export const assignmentState = z.enum([
  'waiting',
  'open',
  'submitted',
  'accepted',
  'returned',
  'not-arisen',
  'withdrawn',
]);
export const planStatus = z.enum(['draft', 'running', 'suspended', 'closed']);

export const place = z.object({
  source: z.enum(['text', 'docx', 'xlsx', 'csv', 'pdf']),
  page: z.number().optional(),
  line: z.number().optional(),
  paragraph: z.number().optional(),
  table: z.number().optional(),
  tableRow: z.number().optional(),
  column: z.number().optional(),
  label: z.string(),
});

export const windowView = z.object({
  opensOn: civilDate.nullable(),
  lastDay: civilDate.nullable(),
  /** Working target the ladder counts from; equals lastDay unless that is a day off of a period. */
  target: civilDate.nullable(),
  lateFrom: instant.nullable(),
  /** "Văn phòng quy ước" when a policy and not the plan gave the date. */
  byPolicy: z.boolean(),
  dueVersion: z.number().int(),
  firstLastDay: civilDate.nullable(),
  /** Steps of the derivation, each a Vietnamese sentence, with its rule code. */
  derivation: z.array(z.object({ rule: z.string(), text: z.string() })),
  /** Due date in words: "Trước 30/5/2025: hạn cuối 29/05/2025" */
  words: z.string(),
});

export const command = z.enum([
  'submit',
  'accept',
  'return',
  'claim-not-arisen',
  'record-result',
  'remind',
  'fix-due',
  'report-period',
]);
export type AssignmentCommand = z.infer<typeof command>;

export const periodView = z.object({
  period: z.string(), // '2025-06'
  lastDay: civilDate,
  state: z.enum(['upcoming', 'open', 'met', 'missed', 'met-late']),
  evidence: z.string().nullable(),
});

export const assignmentView = z.object({
  id: z.uuid(),
  rowId: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  headName: z.string().nullable(),
  state: assignmentState,
  bucket: statusBucket,
  /** Whole working days left (negative: overdue) against the plan's clock; null without a due date. */
  workingDaysLeft: z.number().int().nullable(),
  submittedAt: instant.nullable(),
  actualOn: civilDate.nullable(),
  /** Whether this reader may read the unit's words; false: result, note and evidence are withheld, only the status is told. */
  readable: z.boolean(),
  result: z
    .object({ code: z.string().nullable(), issuedOn: civilDate.nullable(), summary: z.string().nullable() })
    .nullable(),
  note: z.string().nullable(),
  version: z.number().int(),
  periods: z.array(periodView),
  /** Commands this person may give now. */
  commands: z.array(command),
});
export type AssignmentView = z.infer<typeof assignmentView>;

export const rowView = z.object({
  id: z.uuid(),
  taskId: z.uuid(),
  no: z.string(),
  parentNo: z.string().nullable(),
  content: z.string(),
  leadText: z.string(),
  coordinatorText: z.string(),
  timeText: z.string(),
  bucket: statusBucket,
  window: windowView,
  assignmentsDone: z.number().int(),
  assignmentsTotal: z.number().int(),
  /** The task's gravest row; equals bucket where the row is not a task. */
  taskBucket: statusBucket.nullable(),
  findings: z.number().int(),
  assignments: z.array(assignmentView),
});
export type RowView = z.infer<typeof rowView>;

export const clockView = z.object({
  kind: z.enum(['real', 'rehearsal']),
  now: instant,
  /** Plan seconds a real second; 1 for a real clock, 0 when paused. */
  rate: z.number(),
  paused: z.boolean(),
  /** The real instant at which `now` was read, so that a page can let it run on. */
  readAt: instant,
  nextAlarmAt: instant.nullable(),
});

export const planEventView = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum([
    'expected',
    'confirmed',
    'moved',
    'revoked',
    'launched',
    'suspended',
    'resumed',
    'closed',
    'clock',
    'amended',
  ]),
  effectiveOn: civilDate.nullable(),
  document: z.string().nullable(),
  note: z.string().nullable(),
  at: instant,
  byName: z.string().nullable(),
});

export const planSummary = z.object({
  id: z.uuid(),
  title: z.string(),
  issuer: z.string(),
  code: z.string().nullable(),
  rehearsal: z.boolean(),
  status: planStatus,
  issuedOn: civilDate.nullable(),
  launchedAt: instant.nullable(),
  buckets: z.record(statusBucket, z.number().int()),
});

/** A settle that fails: what is owed for these rows waits until it succeeds. */
export const heldUp = z.object({
  /** The task whose follow-up is held up; null: the plan's own. */
  taskNo: z.string().nullable(),
  /** Real time. */
  since: instant,
});
export type HeldUp = z.infer<typeof heldUp>;

export const planView = planSummary.extend({
  dateText: z.string().nullable(),
  /** The directory whose units do the work; null for a draft. */
  directoryId: z.uuid().nullable(),
  signer: z.string().nullable(),
  signerTitle: z.string().nullable(),
  recipients: z.array(z.string()),
  clock: clockView.nullable(),
  event: z.object({
    name: z.string(),
    label: z.string(),
    state: z.enum(['unknown', 'expected', 'confirmed', 'revoked']),
    on: civilDate.nullable(),
  }),
  version: z.number().int(),
  /** Acts on the plan this person may give now. */
  commands: z.array(z.enum(['launch', 'suspend', 'resume', 'close', 'event', 'clock', 'answer-findings', 'amend'])),
  /** Names for sets of units that the plan uses; at launch the Office picks the units of each. */
  groups: z.array(z.object({ code: z.string(), name: z.string() })),
  /** For the Office and the administrator; empty for others, and when all is well. */
  heldUp: z.array(heldUp),
  counts: z.object({
    rows: z.number(),
    tasks: z.number(),
    assignments: z.number(),
    findingsBlocking: z.number(),
    findingsCaution: z.number(),
  }),
});
export type PlanView = z.infer<typeof planView>;

export const alarmView = z.object({
  id: z.string(),
  at: instant,
  rule: z.string(),
  ruleText: z.string(),
  occurrence: z.number().int(),
  period: z.string().nullable(),
  rowId: z.uuid().nullable(),
  rowNo: z.string().nullable(),
  unitId: z.uuid().nullable(),
  unitName: z.string().nullable(),
  dueVersion: z.number().int(),
  to: z.array(z.string()),
  state: z.enum(['planned', 'recorded', 'sent', 'superseded', 'suppressed']),
  sentAt: instant.nullable(),
  recipients: z.array(
    z.object({ name: z.string(), email: z.string().nullable(), channel: z.string(), readAt: instant.nullable() }),
  ),
  note: z.string().nullable(),
});

export const historyView = z.object({
  id: z.string(),
  at: instant,
  byName: z.string().nullable(),
  text: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

export const rowDetail = rowView.extend({
  places: z.array(place),
  planned: z.array(alarmView),
  recorded: z.array(alarmView),
  history: z.array(historyView),
  findingsList: z.array(z.object({ code: z.string(), severity: z.string(), message: z.string() })),
  workflow: z
    .object({
      workflowId: z.string(),
      runId: z.string().nullable(),
      state: z.string(),
      nextWakeAt: instant.nullable(),
    })
    .nullable(),
});
export type RowDetail = z.infer<typeof rowDetail>;

export const findingView = z.object({
  id: z.uuid(),
  code: z.string(),
  severity: z.enum(['blocking', 'caution', 'notice']),
  rowNo: z.string().nullable(),
  place: place.nullable(),
  message: z.string(),
  options: z.array(z.object({ code: z.string(), label: z.string() })),
  answer: z.object({ option: z.string().nullable(), reason: z.string(), byName: z.string(), at: instant }).nullable(),
});

export const todayItem = z.object({
  assignmentId: z.uuid(),
  rowId: z.uuid(),
  rowNo: z.string(),
  content: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  headName: z.string().nullable(),
  bucket: statusBucket,
  workingDaysLeft: z.number().int(),
  dueWords: z.string(),
  period: z.string().nullable(),
  lastRemindedAt: instant.nullable(),
  remindedToday: z.boolean(),
  /** A courteous text to paste in a chat. */
  chatText: z.string(),
});

export const todayView = z.object({ items: z.array(todayItem), chatText: z.string() });
export type WindowView = z.infer<typeof windowView>;
export type PeriodView = z.infer<typeof periodView>;
export type ClockView = z.infer<typeof clockView>;
export type PlanEventView = z.infer<typeof planEventView>;
export type PlanSummary = z.infer<typeof planSummary>;
export type AlarmView = z.infer<typeof alarmView>;
export type HistoryView = z.infer<typeof historyView>;
export type FindingView = z.infer<typeof findingView>;
export type TodayItem = z.infer<typeof todayItem>;
export type PlaceView = z.infer<typeof place>;
export type TodayView = z.infer<typeof todayView>;
