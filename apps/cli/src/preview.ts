import {
  DEFAULT_LADDER,
  DEFAULT_POLICY,
  DomainError,
  VN_CALENDAR_2025_2027,
  ZONE,
  addDays,
  atTime,
  dateOf,
  eventNamesOf,
  dayOfWeek,
  epochDay,
  formatDate,
  fromEpochDay,
  initialFacts,
  issuesThePlan,
  leadUnits,
  leaderPage,
  simulate,
  startOfDay,
  taskNoOf,
  workingDayOnOrAfter,
} from '@don-doc/domain';
import type {
  CivilDate,
  EpochMs,
  InitialTaskInput,
  PlanDraft,
  PlanLogEntry,
  Simulation,
  UnitLexicon,
} from '@don-doc/domain';
import { audienceNames, describeError, ruleText } from '@don-doc/i18n';
import { soTuPhapLexicon } from '@don-doc/plan-document';
import { civilDate } from './civil-date.js';
import { failureText, readPlanFile } from './plan-file.js';

export interface PreviewOptions {
  /** S, 'YYYY-MM-DD': signed that day. */
  readonly issued: string;
  /** L, ISO date-time; without an offset it is of Asia/Ho_Chi_Minh. Default 08:00 on the day of issue. */
  readonly launched?: string;
  /** 'name=YYYY-MM-DD', confirmed at launch. */
  readonly event?: readonly string[];
  /** 'YYYY-MM-DD', that day included. */
  readonly until?: string;
  /** Keeps the row that is the plan itself open. */
  readonly unsigned?: boolean;
  readonly json?: boolean;
}

export interface PreviewRow {
  readonly no: string;
  readonly opensOn: CivilDate | null;
  readonly lastDay: CivilDate | null;
  readonly lateFrom: string | null;
  readonly alarms: readonly {
    at: string;
    rule: string;
    occurrence: number;
    period: string | null;
    to: readonly string[];
  }[];
  /** Of the reminders missed before a late launch: recorded, not sent. */
  readonly superseded: readonly { at: string; rule: string; occurrence: number; period: string | null }[];
}

export interface Preview {
  readonly rows: readonly PreviewRow[];
  /** The leaders' Monday page: one page for all that is late under them. */
  readonly pages: readonly { at: string; to: 'deputy-director' | 'director'; rows: readonly string[] }[];
}

const DEMO_UNITS = Array.from({ length: 9 }, (_, i) => `demo-${i + 1}`);

/** `don-doc preview`: what the workflows will do, by the same pure function, with demo units and nobody at work. */
export async function previewCommand(file: string, options: PreviewOptions): Promise<number> {
  try {
    const { draft } = await readPlanFile(file);
    const preview = previewOf(draft, soTuPhapLexicon, options);
    process.stdout.write(options.json ? `${JSON.stringify(preview, null, 2)}\n` : table(preview));
    return 0;
  } catch (error) {
    process.stderr.write(
      `${error instanceof DomainError ? describeError(error.code, error.data).detail : failureText(file, error)}\n`,
    );
    return 1;
  }
}

export function previewOf(draft: PlanDraft, lexicon: UnitLexicon, options: PreviewOptions): Preview {
  const issuedOn = civilDate(options.issued, '--issued');
  const launchedAt = options.launched === undefined ? atTime(issuedOn, DEFAULT_LADDER.time) : instant(options.launched);
  const until = startOfDay(addDays(civilDate(options.until ?? addDays(issuedOn, 366), '--until'), 1)) - 1;
  const base = initialFacts({ issuedOn, launchedAt, calendar: VN_CALENDAR_2025_2027, policy: DEFAULT_POLICY });
  const events = eventNamesOf(draft.rows.map((row) => row.reading.spec));
  const log = (options.event ?? []).map((told, i) => eventEntry(told, events, launchedAt, i + 1));
  const simulation = simulate({
    base,
    log,
    tasks: demoTasks(draft, lexicon, issuedOn, options.unsigned !== true),
    commands: [],
    until,
  });
  return { rows: rowsOf(draft, simulation), pages: pagesOf(simulation, launchedAt, until) };
}

/** Every lead unit of every row, resolved to demo units; the row that is the plan itself is completed by the signing. */
function demoTasks(draft: PlanDraft, lexicon: UnitLexicon, issuedOn: CivilDate, signed: boolean): InitialTaskInput[] {
  const codes = lexicon.entries.filter((e) => e.kind === 'unit').map((e) => e.code);
  const office = codes[0] ?? 'office';
  const groups = Object.fromEntries(lexicon.entries.filter((e) => e.kind === 'group').map((e) => [e.code, DEMO_UNITS]));
  const resolution = { unitByCode: Object.fromEntries(codes.map((c) => [c, c])), agencyUnitId: office, groups };
  const tasks = new Map<
    string,
    { rows: InitialTaskInput['rows'][number][]; assignments: InitialTaskInput['assignments'][number][] }
  >();
  for (const row of draft.rows) {
    const no = taskNoOf(row);
    const task = tasks.get(no) ?? { rows: [], assignments: [] };
    tasks.set(no, task);
    task.rows.push({ id: row.no, no: row.no, phrase: row.timeText.text, spec: row.reading.spec, fixedLastDay: null });
    const completedOn =
      signed && issuesThePlan(row.content.text, draft.head.kind?.text ?? null, draft.head.title?.text ?? null)
        ? issuedOn
        : null;
    for (const unitId of leadUnits(row.leads, resolution).units)
      task.assignments.push({
        id: `${row.no}/${unitId}`,
        rowId: row.no,
        unitId,
        officeLed: unitId === office,
        completedOn,
      });
  }
  return [...tasks].map(([id, task]) => ({ id, ...task }));
}

function rowsOf(draft: PlanDraft, simulation: Simulation): PreviewRow[] {
  const rows = new Map(simulation.tasks.flatMap((t) => t.rows).map((r) => [r.no, r]));
  return draft.rows.map((row) => {
    const { window } = rows.get(row.no)!;
    const mine = simulation.ledger.filter((e) => e.rowId === row.no);
    const made = mine
      .filter((e) => e.status === 'recorded')
      .sort((a, b) => a.madeAt - b.madeAt)
      .map((e) => ({
        at: iso(e.madeAt),
        rule: e.alarm.rule,
        occurrence: e.alarm.occurrence,
        period: e.alarm.period,
        to: e.alarm.to,
      }));
    const superseded = mine
      .filter((e) => e.status === 'superseded')
      .map((e) => ({
        at: iso(e.alarm.at),
        rule: e.alarm.rule,
        occurrence: e.alarm.occurrence,
        period: e.alarm.period,
      }));
    return {
      no: row.no,
      opensOn: window.opensOn,
      lastDay: window.lastDay,
      lateFrom: window.lateFrom === null ? null : iso(window.lateFrom),
      alarms: distinct(made),
      superseded: distinct(superseded),
    };
  });
}

/** A row of several units makes the same alarm for each of them; the row shows it once. */
function distinct<T>(alarms: readonly T[]): T[] {
  return [...new Map(alarms.map((a) => [JSON.stringify(a), a])).values()];
}

function pagesOf(simulation: Simulation, from: EpochMs, until: EpochMs): Preview['pages'][number][] {
  const pages: Preview['pages'][number][] = [];
  const rows = simulation.tasks.flatMap((t) => t.rows);
  const assignments = simulation.tasks.flatMap((t) => t.assignments);
  const { calendar } = simulation.facts;
  for (let day = epochDay(dateOf(from)); day <= epochDay(dateOf(until)); day += 1) {
    const date = fromEpochDay(day);
    // Monday, or the first working day of a week whose Monday is off: as the digest has it.
    const monday = addDays(date, DEFAULT_LADDER.weekly - dayOfWeek(date));
    if (workingDayOnOrAfter(calendar, monday) !== date) continue;
    const at = atTime(date, DEFAULT_LADDER.time);
    for (const step of DEFAULT_LADDER.after)
      for (const leader of step.leaders) {
        const late = new Set(leaderPage(rows, assignments, calendar, at, step.days).map((line) => line.rowNo));
        if (late.size > 0 && (leader === 'director' || leader === 'deputy-director'))
          pages.push({ at: iso(at), to: leader, rows: [...late] });
      }
  }
  return pages;
}

function eventEntry(told: string, events: readonly string[], at: EpochMs, seq: number): PlanLogEntry {
  const [name = '', on = ''] = told.split('=');
  if (!events.includes(name)) throw new DomainError('EVENT_UNKNOWN', { name, known: events.join(', ') });
  return { kind: 'event', at, seq, name, change: 'confirmed', on: civilDate(on, '--event') };
}

function instant(text: string): EpochMs {
  const ms = Date.parse(
    /(?:Z|[+-]\d{2}:?\d{2})$/u.test(text) ? text : `${text.length === 10 ? `${text}T08:00` : text}+07:00`,
  );
  if (Number.isNaN(ms)) throw new DomainError('DATE_INVALID', { value: text, option: '--launched' });
  return ms;
}

/** ISO 8601 with the zone's own offset, so that a person reads the hour of Asia/Ho_Chi_Minh. */
export function iso(at: EpochMs): string {
  const date = dateOf(at);
  const inDay = at - startOfDay(date);
  const time = new Date(inDay).toISOString().slice(11, inDay % 1000 === 0 ? 19 : 23);
  const offset = (Date.parse(`${date}T00:00:00Z`) - startOfDay(date)) / 3_600_000;
  return `${date}T${time}${offset < 0 ? '-' : '+'}${String(Math.abs(offset)).padStart(2, '0')}:00`;
}

function table(preview: Preview): string {
  const lines = [`Giờ ${ZONE}.`];
  for (const row of preview.rows) {
    const due = row.lastDay === null ? 'chưa có ngày cuối' : `ngày cuối ${formatDate(row.lastDay)}`;
    const opens = row.opensOn === null ? 'chưa đến thời điểm thực hiện' : `từ ${formatDate(row.opensOn)}`;
    lines.push('', `${row.no}  ${opens}, ${due}`);
    for (const alarm of row.alarms) {
      const day = alarm.at.slice(0, 10);
      const to = alarm.to.map((audience) => audienceNames[audience] ?? audience).join(', ');
      lines.push(
        `    ${formatDate(day)} ${alarm.at.slice(11, 16)}  ${ruleText(alarm.rule, alarm.occurrence, alarm.period)} → ${to}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
