import {
  DEFAULT_POLICY,
  DomainError,
  REORGANIZATION_COMPLETED,
  VN_CALENDAR_2025_2027,
  addDays,
  applyCommand,
  atTime,
  dateOf,
  foldFacts,
  initialFacts,
  initialTask,
  settleTask,
  simulate,
  toLedger,
} from '@don-doc/domain';
import type {
  Effect,
  EpochMs,
  InitialTaskInput,
  LedgerEntry,
  PlanFacts,
  PlanLogEntry,
  RecordedCommand,
  TaskCommand,
  TaskModel,
} from '@don-doc/domain';
import { randomChange } from './amendments.js';
import { seeded } from './random.js';
import type { Random } from './random.js';

/**
 * The pure model in a world that crashes, repeats, delays and reorders. The store keeps what a database would: the task,
 * the log, the ledger under its unique key, and the ids of the commands done. `uniqueKey: false` takes the key away.
 */
export interface WorldOptions {
  readonly seed: number;
  readonly uniqueKey: boolean;
  readonly steps?: number;
}

export interface WorldResult {
  readonly ledger: readonly LedgerEntry[];
  readonly oracle: readonly LedgerEntry[];
  readonly state: string;
  readonly oracleState: string;
  readonly trace: readonly string[];
}

interface Pending {
  readonly id: number;
  readonly command: TaskCommand;
}

const LAUNCH = atTime('2025-05-05', '07:30');
const DAY = 86_400_000;

const TASKS: readonly InitialTaskInput[] = [
  {
    id: 'T1',
    rows: [
      {
        id: 'r3',
        no: '3',
        phrase: 'Trước 30/5/2025',
        spec: { kind: 'before-date', date: '2025-05-30' },
        fixedLastDay: null,
      },
      {
        id: 'r22',
        no: '2.2',
        phrase: 'Ngay sau',
        spec: { kind: 'after-event', event: REORGANIZATION_COMPLETED, immediate: true },
        fixedLastDay: null,
      },
      {
        id: 'r10',
        no: '10',
        phrase: 'Sau',
        spec: { kind: 'after-event', event: REORGANIZATION_COMPLETED, immediate: false },
        fixedLastDay: null,
      },
    ],
    assignments: [
      { id: 'a3u', rowId: 'r3', unitId: 'u', officeLed: false },
      { id: 'a3v', rowId: 'r3', unitId: 'v', officeLed: true },
      { id: 'a22', rowId: 'r22', unitId: 'u', officeLed: false },
      { id: 'a10', rowId: 'r10', unitId: 'v', officeLed: true },
    ],
  },
  {
    id: 'T2',
    rows: [
      {
        id: 'r1',
        no: '1',
        phrase: 'Thường xuyên',
        spec: { kind: 'monthly-during-process', event: REORGANIZATION_COMPLETED, endImplied: false },
        fixedLastDay: null,
      },
      {
        id: 'r2',
        no: '2',
        phrase: 'Từ tháng 5/2025',
        spec: { kind: 'from-until-event', from: '2025-05-01', event: REORGANIZATION_COMPLETED },
        fixedLastDay: null,
      },
    ],
    assignments: [
      { id: 'a1', rowId: 'r1', unitId: 'u', officeLed: false },
      { id: 'a2', rowId: 'r2', unitId: 'v', officeLed: false },
    ],
  },
];

class World {
  readonly #random: Random;
  readonly #uniqueKey: boolean;
  readonly #base: PlanFacts;
  readonly #tasks = new Map<string, TaskModel>();
  readonly #log: PlanLogEntry[] = [];
  readonly #ledger: LedgerEntry[] = [];
  readonly #keys = new Set<string>();
  readonly #done = new Set<number>();
  readonly #recorded: RecordedCommand[] = [];
  readonly #mailbag: Pending[] = [];
  readonly #trace: string[] = [];
  #now: EpochMs = LAUNCH;
  #commandId = 0;
  #eventOn: string | null = null;
  #suspended = false;

  constructor(options: WorldOptions) {
    this.#random = seeded(options.seed);
    this.#uniqueKey = options.uniqueKey;
    this.#base = initialFacts({
      issuedOn: '2025-05-05',
      launchedAt: LAUNCH,
      calendar: VN_CALENDAR_2025_2027,
      policy: DEFAULT_POLICY,
    });
    for (const task of TASKS) this.#tasks.set(task.id, initialTask(task, this.#base));
  }

  run(steps: number): WorldResult {
    for (let i = 0; i < steps; i += 1) this.#step();
    for (const pending of this.#mailbag.splice(0)) this.#deliver(pending);
    for (const id of this.#tasks.keys()) this.#settle(id);
    const oracle = simulate({
      base: this.#base,
      log: this.#log,
      tasks: TASKS,
      commands: this.#recorded,
      until: this.#now,
    });
    return {
      ledger: this.#ledger,
      oracle: oracle.ledger,
      state: stateOf([...this.#tasks.values()]),
      oracleState: stateOf(oracle.tasks),
      trace: this.#trace,
    };
  }

  #step(): void {
    const random = this.#random;
    this.#now += 1 + (random.chance(0.3) ? random.int(20 * DAY) : random.int(2 * DAY));
    const dice = random.next();
    if (dice < 0.35) this.#faultySettle(random.pick(TASKS).id);
    else if (dice < 0.7) this.#tell();
    else if (dice < 0.85) this.#post();
    else this.#event();
  }

  /** A command is told to the mailbag some of the time, so that it comes late, twice, or after a later one. */
  #tell(): void {
    const random = this.#random;
    const pending = { id: ++this.#commandId, command: this.#randomCommand() };
    for (let copies = random.chance(0.3) ? 1 + random.int(4) : 0; copies > 0; copies -= 1) this.#mailbag.push(pending);
    if (random.chance(0.8)) this.#deliver(pending);
  }

  #post(): void {
    if (this.#mailbag.length === 0) return;
    const [pending] = this.#mailbag.splice(this.#random.int(this.#mailbag.length), 1);
    if (pending) this.#deliver(pending);
  }

  #deliver({ id, command }: Pending): void {
    const task = this.#taskOf(command);
    this.#settle(task.id);
    if (this.#done.has(id)) return;
    const settled = this.#tasks.get(task.id)!;
    try {
      const outcome = applyCommand({
        task: settled,
        facts: this.#factsAt(settled.settledThrough),
        command,
        at: this.#now,
      });
      const entries = toLedger(task.id, outcome.effects);
      if (this.#uniqueKey && command.kind === 'remind' && entries.some((e) => this.#keys.has(e.key)))
        throw new DomainError('ALREADY_REMINDED_TODAY');
      if (this.#random.chance(0.1)) return this.#note(`crash before commit of ${command.kind}`);
      this.#done.add(id);
      this.#recorded.push({ taskId: task.id, at: this.#now, command });
      this.#write(outcome.task, outcome.effects);
      this.#note(`${command.kind} at ${this.#now}`);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.#note(`refused ${error.code}`);
    }
  }

  #faultySettle(taskId: string): void {
    const fault = this.#random.int(5);
    this.#note(`settle ${taskId} fault ${fault} at ${this.#now}`);
    if (fault === 0) return; // crashed before its transaction: nothing is written
    const before = this.#tasks.get(taskId)!;
    this.#settle(taskId);
    if (fault === 1) this.#settle(taskId); // the answer was lost: the activity runs again
    if (fault === 2) this.#write(this.#tasks.get(taskId)!, this.#compute(before).effects); // the same snapshot settled twice
  }

  #settle(taskId: string): void {
    for (let more = true; more;) {
      const outcome = this.#compute(this.#tasks.get(taskId)!);
      more = outcome.more;
      this.#write(outcome.task, outcome.effects);
    }
  }

  #compute(task: TaskModel) {
    const log = this.#log.filter((e) => e.at > task.settledThrough && e.at <= this.#now);
    const maxInstants = this.#random.chance(0.2) ? 1 + this.#random.int(3) : 200;
    return settleTask({
      task,
      facts: this.#factsAt(task.settledThrough),
      log,
      now: this.#now,
      missedBefore: Number.NEGATIVE_INFINITY,
      maxInstants,
    });
  }

  #write(task: TaskModel, effects: readonly Effect[]): void {
    this.#tasks.set(task.id, task);
    for (const effect of effects) {
      const [entry] = toLedger(task.id, [effect]);
      if (!entry) continue;
      if (effect.kind === 'alarm-released') {
        const index = this.#ledger.findIndex((e) => e.key === entry.key);
        if (index >= 0) this.#ledger[index] = entry;
        continue;
      }
      if (this.#uniqueKey && this.#keys.has(entry.key)) continue;
      this.#keys.add(entry.key);
      this.#ledger.push(entry);
    }
  }

  #event(): void {
    const random = this.#random;
    const seq = this.#log.length + 1;
    if (random.chance(0.3)) {
      this.#suspended = !this.#suspended;
      this.#log.push({ kind: this.#suspended ? 'suspended' : 'resumed', at: this.#now, seq });
    } else {
      const on = addDays(dateOf(this.#now), random.int(60) - 20);
      const change =
        this.#eventOn === null
          ? random.pick(['expected', 'confirmed'] as const)
          : random.pick(['moved', 'revoked'] as const);
      this.#eventOn = change === 'revoked' || change === 'expected' ? null : on;
      this.#log.push({
        kind: 'event',
        at: this.#now,
        seq,
        name: REORGANIZATION_COMPLETED,
        change,
        on: change === 'revoked' ? null : on,
      });
    }
    this.#note(`event ${JSON.stringify(this.#log.at(-1))}`);
  }

  #randomCommand(): TaskCommand {
    const random = this.#random;
    const assignmentId = random.pick(TASKS.flatMap((t) => t.assignments)).id;
    const final = assignmentId === 'a3v' || assignmentId === 'a10';
    switch (random.int(9)) {
      case 0:
      case 1:
        return { kind: 'submit', assignmentId, final };
      case 2:
        return { kind: 'accept', assignmentId };
      case 3:
        return { kind: 'return', assignmentId };
      case 4:
        return {
          kind: 'report-period',
          assignmentId: 'a1',
          period: `2025-${String(5 + random.int(6)).padStart(2, '0')}`,
        };
      case 5:
        return { kind: 'fix-due', rowId: 'r10', lastDay: addDays(dateOf(this.#now), random.int(40)) };
      case 6:
        return { kind: 'claim-not-arisen', assignmentId, final };
      case 7:
        return { kind: 'amend', changes: [randomChange(random, dateOf(this.#now))] };
      default:
        return { kind: 'remind', assignmentId };
    }
  }

  #taskOf(command: TaskCommand): InitialTaskInput {
    return TASKS.find((t) =>
      command.kind === 'amend'
        ? t.rows.some((r) => command.changes.some((change) => change.kind !== 'add-row' && change.rowId === r.id))
        : command.kind === 'fix-due'
          ? t.rows.some((r) => r.id === command.rowId)
          : t.assignments.some((a) => a.id === command.assignmentId),
    )!;
  }

  #factsAt(at: EpochMs): PlanFacts {
    return foldFacts(
      this.#base,
      this.#log.filter((e) => e.at <= at),
    );
  }

  #note(text: string): void {
    this.#trace.push(text);
  }
}

/** What must be equal between the run and the oracle: everything but how far each task happens to have been settled. */
function stateOf(tasks: readonly TaskModel[]): string {
  return JSON.stringify(tasks.map(({ id, rows, assignments }) => ({ id, rows, assignments })));
}

export function runWorld(options: WorldOptions): WorldResult {
  return new World(options).run(options.steps ?? 25);
}

/** What is wrong with a run, in words; empty where every invariant holds. */
export function violations(result: WorldResult): string[] {
  const wrong: string[] = [];
  const keys = new Map<string, number>();
  for (const e of result.ledger) keys.set(e.key, (keys.get(e.key) ?? 0) + 1);
  for (const [key, times] of keys) if (times > 1) wrong.push(`recorded ${times} times: ${key}`);
  const line = (e: LedgerEntry): string => `${e.key} ${e.status} ${e.madeAt} ${e.alarm.to.join(',')}`;
  const expected = new Set(result.oracle.map(line));
  const actual = new Set(result.ledger.map(line));
  for (const l of expected) if (!actual.has(l)) wrong.push(`missing: ${l}`);
  for (const l of actual) if (!expected.has(l)) wrong.push(`extra: ${l}`);
  if (result.state !== result.oracleState)
    wrong.push(`state differs:\n run    ${result.state}\n oracle ${result.oracleState}`);
  for (const e of result.ledger) if (e.madeAt < LAUNCH) wrong.push(`before launch: ${line(e)}`);
  return wrong;
}
