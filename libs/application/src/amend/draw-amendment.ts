import { randomUUID } from 'node:crypto';
import { DomainError, readPhrase, taskNoOf } from '@don-doc/domain';
import type { NewAssignment, RowChange, TaskModel, TimeReading, UnitRef } from '@don-doc/domain';
import type { AmendmentChange } from '@don-doc/contracts/http';
import type { EntityManager } from 'typeorm';
import { sqlRows } from '@don-doc/persistence';
import { loadTasks } from '../core/load-task.js';
import type { LoadedTask } from '../core/load-task.js';
import type { PlanFrame } from '../core/plan-frame.js';

/** A row of the plan as people read it. */
export interface RowText {
  readonly content: string;
  readonly leadText: string;
  readonly coordinatorText: string;
  readonly timeText: string;
}

/** What is written of a row beside what the pure model keeps. */
export interface DrawnRow {
  readonly kind: AmendmentChange['kind'];
  readonly rowId: string;
  readonly no: string;
  readonly before: RowText | null;
  readonly after: RowText | null;
  /** Only of a row that is added or whose units change. */
  readonly leads: readonly UnitRef[] | null;
  /** Only where the wording of the time is new. */
  readonly reading: TimeReading | null;
}

export interface DrawnTask {
  /** The task that stands, or null for one that the amendment adds. */
  readonly loaded: LoadedTask | null;
  readonly taskId: string;
  readonly no: string;
  readonly changes: readonly RowChange[];
  readonly rows: readonly DrawnRow[];
}

interface Unit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly isOffice: boolean;
}

interface TextRow extends RowText {
  readonly id: string;
  readonly taskId: string;
  readonly no: string;
}

/**
 * An amendment worked out against the plan as it stands: for every task that it touches, the pure model's changes and the
 * texts that go with them. Nothing is written. `document`: the number by which a date that it gives is shown. @throws DomainError ROW_UNKNOWN, ROW_EXISTS, PARENT_MISSING,
 * AMENDMENT_UNIT_UNKNOWN, AMENDMENT_TIME_UNREADABLE, DUE_ALREADY_STATED, AMENDMENT_EMPTY, ROW_TWICE
 */
export async function drawAmendment(
  em: EntityManager,
  frame: PlanFrame,
  changes: readonly AmendmentChange[],
  document: string | null = null,
): Promise<DrawnTask[]> {
  const tasks = await loadTasks(em, frame.id);
  const texts = await sqlRows<TextRow>(
    em,
    `SELECT id, task_id AS "taskId", no, content, lead_text AS "leadText", coordinator_text AS "coordinatorText",
       time_text AS "timeText" FROM plan_row WHERE plan_id = $1`,
    [frame.id],
  );
  const units = await sqlRows<Unit>(
    em,
    `SELECT id, code, name, is_office AS "isOffice" FROM unit WHERE directory_id = $1 AND kind <> 'group'`,
    [frame.directoryId],
  );
  const year = Number(frame.base.issuedOn.slice(0, 4));
  const desk = new Desk(tasks, texts, new Map(units.map((unit) => [unit.id, unit])), year, document);
  for (const change of changes) desk.take(change);
  return desk.drawn();
}

class Desk {
  readonly #drawn = new Map<string, { -readonly [K in keyof DrawnTask]: DrawnTask[K] }>();
  readonly #named = new Set<string>();

  constructor(
    private readonly tasks: readonly LoadedTask[],
    private readonly texts: readonly TextRow[],
    private readonly units: ReadonlyMap<string, Unit>,
    private readonly year: number,
    private readonly document: string | null,
  ) {}

  drawn(): DrawnTask[] {
    return [...this.#drawn.values()];
  }

  take(change: AmendmentChange): void {
    if (change.kind === 'add-row') return this.#add(change);
    const text = this.texts.find((row) => row.id === change.rowId);
    const task = this.tasks.find(({ id }) => id === text?.taskId);
    if (!text || !task) throw new DomainError('ROW_UNKNOWN', { rowId: change.rowId });
    this.#once(text.no);
    const before = textOf(text);
    if (change.kind === 'withdraw-row') {
      this.#put(task, task.id, task.no, change, {
        kind: change.kind,
        rowId: text.id,
        no: text.no,
        before,
        after: null,
        leads: null,
        reading: null,
      });
      return;
    }
    const leads = change.leadUnitIds ? this.#unitsOf(text.no, change.leadUnitIds) : null;
    const reworded = change.timeText != null && change.timeText !== text.timeText;
    const timeText = reworded ? (change.timeText ?? '') : text.timeText;
    const timed = reworded || change.fixedLastDay != null ? this.#read(text.no, timeText, change.fixedLastDay) : null;
    const { join, leave } = leads === null ? NOBODY : moves(task.model, text.id, leads);
    const after: RowText = {
      content: change.content ?? before.content,
      leadText: leads === null ? before.leadText : namesOf(leads),
      coordinatorText: change.coordinatorText ?? before.coordinatorText,
      timeText,
    };
    const moved = timed !== null || join.length > 0 || leave.length > 0;
    if (!moved && JSON.stringify(after) === JSON.stringify(before))
      throw new DomainError('AMENDMENT_EMPTY', { rowNo: text.no });
    const time = timed === null ? null : { phrase: timeText, spec: timed.spec, ...this.#fixed(change.fixedLastDay) };
    const model: RowChange | null = moved ? { kind: 'change-row', rowId: text.id, time, join, leave } : null;
    this.#put(task, task.id, task.no, model, {
      kind: change.kind,
      rowId: text.id,
      no: text.no,
      before,
      after,
      leads: leads === null ? null : refsOf(leads),
      reading: reworded ? timed : null,
    });
  }

  #add(change: Extract<AmendmentChange, { kind: 'add-row' }>): void {
    const { no } = change;
    if (this.texts.some((row) => row.no === no)) throw new DomainError('ROW_EXISTS', { rowNo: no });
    this.#once(no);
    const parentNo = no.includes('.') ? (no.split('.')[0] ?? null) : null;
    const taskNo = taskNoOf({ no, parentNo });
    const task = this.tasks.find((one) => one.no === taskNo) ?? null;
    const added = [...this.#drawn.values()].find((one) => one.no === taskNo);
    if (parentNo !== null && task === null && added === undefined)
      throw new DomainError('PARENT_MISSING', { rowNo: no, parentNo });
    const leads = this.#unitsOf(no, change.leadUnitIds);
    const reading = this.#read(no, change.timeText, change.fixedLastDay);
    const rowId = randomUUID() as string;
    const model: RowChange = {
      kind: 'add-row',
      row: { id: rowId, no, phrase: change.timeText, spec: reading.spec, ...this.#fixed(change.fixedLastDay) },
      assignments: leads.map((unit) => newWork(rowId, unit)),
    };
    this.#put(task, task?.id ?? added?.taskId ?? randomUUID(), taskNo, model, {
      kind: change.kind,
      rowId,
      no,
      before: null,
      after: {
        content: change.content,
        leadText: namesOf(leads),
        coordinatorText: change.coordinatorText,
        timeText: change.timeText,
      },
      leads: refsOf(leads),
      reading,
    });
  }

  #put(loaded: LoadedTask | null, taskId: string, no: string, change: RowChange | null, row: DrawnRow): void {
    const known = this.#drawn.get(taskId) ?? { loaded, taskId, no, changes: [], rows: [] };
    known.changes = change === null ? known.changes : [...known.changes, change];
    known.rows = [...known.rows, row];
    this.#drawn.set(taskId, known);
  }

  #once(no: string): void {
    if (this.#named.has(no)) throw new DomainError('ROW_TWICE', { rowNo: no });
    this.#named.add(no);
  }

  #unitsOf(rowNo: string, ids: readonly string[]): Unit[] {
    return [...new Set(ids)].map((id) => {
      const unit = this.units.get(id);
      if (!unit) throw new DomainError('AMENDMENT_UNIT_UNKNOWN', { rowNo, unitId: id });
      return unit;
    });
  }

  #fixed(lastDay: string | null | undefined): { fixedLastDay: string | null; fixedBy: string | null } {
    return lastDay ? { fixedLastDay: lastDay, fixedBy: this.document } : { fixedLastDay: null, fixedBy: null };
  }

  /** The time as worded; where the words state no last day, the document may give one. */
  #read(rowNo: string, timeText: string, fixedLastDay: string | null | undefined): TimeReading {
    const reading = readPhrase(timeText, { year: this.year });
    const { kind } = reading.spec;
    const open = kind === 'unreadable' || kind === 'after-event';
    if (kind === 'unreadable' && !fixedLastDay)
      throw new DomainError('AMENDMENT_TIME_UNREADABLE', { rowNo, phrase: timeText });
    if (!open && fixedLastDay) throw new DomainError('DUE_ALREADY_STATED', { rowNo, phrase: timeText });
    return reading;
  }
}

const NOBODY = { join: [], leave: [] } as const;

/** Who joins and who leaves, from who leads now to who shall lead. */
function moves(
  task: TaskModel,
  rowId: string,
  wanted: readonly Unit[],
): { join: readonly NewAssignment[]; leave: readonly string[] } {
  const leading = task.assignments.filter((a) => a.rowId === rowId && a.state !== 'withdrawn');
  return {
    join: wanted.filter((unit) => !leading.some((a) => a.unitId === unit.id)).map((unit) => newWork(rowId, unit)),
    leave: leading.filter((a) => !wanted.some((unit) => unit.id === a.unitId)).map((a) => a.id),
  };
}

function newWork(rowId: string, unit: Unit): NewAssignment {
  return { id: randomUUID(), rowId, unitId: unit.id, officeLed: unit.isOffice };
}

const namesOf = (units: readonly Unit[]): string => units.map((unit) => unit.name).join('; ');
const refsOf = (units: readonly Unit[]): UnitRef[] =>
  units.map(({ code, name }) => ({ kind: 'unit', code, text: name }));
const textOf = ({ content, leadText, coordinatorText, timeText }: RowText): RowText => ({
  content,
  leadText,
  coordinatorText,
  timeText,
});
