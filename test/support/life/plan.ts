import type { CivilDate, EpochMs } from '@don-doc/domain';
import type { AmendmentChange, AmendmentView, AssignmentView, ClockView, RowView } from '@don-doc/contracts/http';
import { digestWorkflowId, planWorkflowId, taskWorkflowId, type LoopState } from '@don-doc/contracts/temporal';
import { factsAt, latestDigestDay, gatheringAt, loadFrame } from '@don-doc/application';
import { epochMs, fromEpochMs } from '@don-doc/persistence';
import type { UnitName, Who } from './directory.js';
import type { Life } from './life.js';

/** '2025-05-20 10:00' in Việt Nam. */
export type Moment = `${string} ${string}`;

export function instantOf(moment: Moment): EpochMs {
  return Date.parse(`${moment.replace(' ', 'T')}:00+07:00`);
}

type Unit = UnitName | 'VP';

export interface Mark {
  readonly at: EpochMs;
  readonly versions: Readonly<Record<string, number>>;
}

/** A launched plan and the acts that people perform on it by HTTP. */
export class RunningPlan {
  constructor(
    readonly life: Life,
    readonly id: string,
  ) {}

  /** The Office launches a rehearsal whose clock stands until it is moved. */
  static async rehearse(life: Life, draftId: string, startAt: Moment, change: object = {}): Promise<RunningPlan> {
    const { planId } = await life.as('office').command<{ planId: string }>(`/plans/${draftId}/launch`, {
      ...launchBody(life),
      rehearsal: { startAt: new Date(instantOf(startAt)).toISOString(), rate: 0 },
      ...change,
    });
    return new RunningPlan(life, planId);
  }

  #plan<Body = Record<string, unknown>>(who: Who, what: string, body: object): Promise<Body> {
    return this.life.as(who).command<Body>(`/plans/${this.id}/${what}`, body);
  }

  clock(): Promise<ClockView> {
    return this.life.as('office').get<ClockView>(`/plans/${this.id}/clock`);
  }

  /** Jumps to a moment; where the clock is past it already, it stays. */
  async goTo(moment: Moment): Promise<void> {
    const to = instantOf(moment);
    if (Date.parse((await this.clock()).now) < to)
      await this.#plan('office', 'clock', { act: 'jump', to: new Date(to).toISOString() });
  }

  jumpToNextAlarm(): Promise<ClockView> {
    return this.#plan('office', 'clock', { act: 'jump-to-next-alarm' });
  }

  runAt(rate: number): Promise<ClockView> {
    return this.#plan('office', 'clock', { act: 'rate', rate });
  }

  pause(): Promise<ClockView> {
    return this.#plan('office', 'clock', { act: 'pause' });
  }

  event(kind: 'expected' | 'confirmed' | 'moved' | 'revoked', effectiveOn: CivilDate | null = null): Promise<unknown> {
    return this.#plan('office', 'events', { kind, effectiveOn, document: 'Nghị quyết 202/2025/QH15' });
  }

  /** The Office proposes, the Director confirms. */
  async amend(code: string, changes: readonly AmendmentChange[]): Promise<unknown> {
    const document = { kind: 'plan', code, issuedOn: '2025-06-24' };
    const reason = 'Bổ sung nội dung còn thiếu của kế hoạch';
    const [proposed] = await this.#plan<AmendmentView[]>('office', 'amendments', { document, reason, changes });
    if (proposed?.status !== 'proposed') throw new Error(`not proposed: ${JSON.stringify(proposed)}`);
    return this.#plan('director', `amendments/${proposed.id}/confirm`, {});
  }

  suspend(): Promise<unknown> {
    return this.#plan('office', 'suspend', { reason: 'Chờ ý kiến của Sở Nội vụ' });
  }

  resume(): Promise<unknown> {
    return this.#plan('office', 'resume', { reason: 'Đã có ý kiến của Sở Nội vụ' });
  }

  close(): Promise<unknown> {
    return this.#plan('director', 'close', { reason: 'Đã hoàn thành, kết thúc theo dõi' });
  }

  rows(): Promise<RowView[]> {
    return this.life.as('office').get<RowView[]>(`/plans/${this.id}/rows`);
  }

  async row(no: string): Promise<RowView> {
    const row = (await this.rows()).find((one) => one.no === no);
    if (!row) throw new Error(`no row ${no}`);
    return row;
  }

  async share(no: string, unit: Unit): Promise<AssignmentView> {
    const { officeUnit, units } = this.life.directory;
    const unitId = unit === 'VP' ? officeUnit : units[unit];
    const share = (await this.row(no)).assignments.find((one) => one.unitId === unitId);
    if (!share) throw new Error(`row ${no} has no share of ${unit}`);
    return share;
  }

  async #act(who: Who, no: string, unit: Unit, what: string, body: object): Promise<unknown> {
    const { id, version } = await this.share(no, unit);
    return this.life.as(who).command(`/assignments/${id}/${what}`, { version, ...body });
  }

  submit(no: string, unit: Unit): Promise<unknown> {
    const body = { code: '21/BC', summary: 'Đã hoàn thành, có danh mục kèm theo' };
    return this.#act(whoLeads(unit), no, unit, 'submit', body);
  }

  accept(no: string, unit: Unit): Promise<unknown> {
    return this.#act('office', no, unit, 'accept', {});
  }

  sendBack(no: string, unit: Unit): Promise<unknown> {
    const reason = 'Đề nghị bổ sung danh mục công việc chưa hoàn thành';
    return this.#act(unit === 'VP' ? 'deputy' : 'office', no, unit, 'return', { reason });
  }

  notArisen(no: string, unit: Unit): Promise<unknown> {
    return this.#act(whoLeads(unit), no, unit, 'not-arisen', { reason: 'Đơn vị không có tài liệu thuộc diện này' });
  }

  record(no: string, unit: Unit, actualOn: CivilDate): Promise<unknown> {
    return this.#act('office', no, unit, 'record-result', { code: '33/BC', issuedOn: actualOn, actualOn });
  }

  report(no: string, unit: Unit, period: string): Promise<unknown> {
    const evidence = 'Hội nghị quán triệt, 25 người dự';
    return this.#act(whoLeads(unit), no, unit, 'report-period', { period, evidence });
  }

  remind(no: string, unit: Unit): Promise<unknown> {
    return this.#act('office', no, unit, 'remind', { note: 'Đề nghị gửi báo cáo trong ngày' });
  }

  async fixDue(no: string, lastDay: CivilDate): Promise<unknown> {
    const { id } = await this.row(no);
    const why = { approvedBy: 'Phó Giám đốc', reason: 'Kế hoạch chưa nêu thời hạn' };
    return this.life.as('office').command(`/rows/${id}/fix-due`, { lastDay, ...why });
  }

  async dayOff(date: CivilDate): Promise<void> {
    const body = { date, kind: 'off', name: 'Nghỉ phòng chống bão', source: 'Công điện của UBND tỉnh' };
    const { status, body: said } = await this.life.as('office').send('PUT', '/calendar/days', body);
    if (status >= 300) throw new Error(`calendar: ${status} ${JSON.stringify(said)}`);
  }

  /** The database's now, and how far each version had come: what a settle after it must have answered for. */
  async mark(): Promise<Mark> {
    for (;;) {
      const [mark] = await this.life
        .rows<Mark>(
          `SELECT ${epochMs('clock_timestamp()')} AS at, jsonb_object_agg(id, version) AS versions FROM (
             SELECT id, version FROM task WHERE plan_id = $1 UNION ALL SELECT id, version FROM plan WHERE id = $1) AS v`,
          [this.id],
        )
        .catch(() => []);
      if (mark) return mark;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** What is owed: tasks behind or past their wake, pokes not delivered. Of a mark, only what was owed by then. */
  async owed(mark: Mark | null = null): Promise<readonly string[]> {
    const behind = `(settled_version < coalesce(($3::jsonb ->> id::text)::int, version)
      OR next_wake_at <= coalesce(${fromEpochMs('$2')}, clock_timestamp()))`;
    const owed = await this.life.rows<{ what: string }>(
      `SELECT 'task ' || no AS what FROM task WHERE plan_id = $1 AND NOT closed AND ${behind}
       UNION ALL SELECT 'plan' FROM plan WHERE id = $1 AND NOT finished AND ${behind}
       UNION ALL SELECT 'outbox of ' || coalesce((SELECT no FROM task WHERE id = task_id), 'the plan') FROM outbox
         WHERE plan_id = $1 AND done_at IS NULL AND $2::bigint IS NULL`,
      [this.id, mark?.at ?? null, mark ? JSON.stringify(mark.versions) : null],
    );
    return owed.map(({ what }) => what);
  }

  /** Waits until every task has settled all that has come; where the clock runs on, all that had come by a mark. */
  settled(mark: Mark | null = null, ms = 120_000): Promise<void> {
    return this.#until('settled', ms, () => this.owed(mark));
  }

  /** Waits until every digest of the days that have come is gathered and sent. For a clock that stands. */
  mailed(ms = 60_000): Promise<void> {
    return this.#until('mailed', ms, async () => {
      const through = await this.life.db.transaction(async (em) => {
        const frame = await loadFrame(em, this.id);
        return gatheringAt(latestDigestDay(factsAt(frame, frame.now).calendar, frame.now));
      });
      const waiting = await this.life.rows<{ what: string }>(
        `SELECT 'mail ' || state || ' of ' || day AS what FROM mail
           WHERE plan_id = $1 AND state IN ('gathered', 'attempting', 'unknown')
         UNION ALL SELECT DISTINCT 'unmailed ' || a.rule || ' of ' || a.made_at
           FROM alarm a JOIN alarm_recipient r ON r.alarm_id = a.id JOIN plan p ON p.id = a.plan_id
           WHERE a.plan_id = $1 AND p.status <> 'closed' AND a.channel = 'digest' AND a.status = 'recorded'
             AND r.mail_id IS NULL AND (a.rule = 'manual' OR a.made_at <= ${fromEpochMs('$2')})`,
        [this.id, through],
      );
      return waiting.map(({ what }) => what);
    });
  }

  async #until(what: string, ms: number, left: () => Promise<readonly string[]>): Promise<void> {
    const end = performance.now() + ms;
    for (;;) {
      // A server that is down just now answers nothing; that is waited for too.
      const found = await left().catch((error: unknown) => [String(error)]);
      if (found.length === 0) return;
      const { worker, api } = this.life;
      if (performance.now() > end || worker.crashed || api.crashed) {
        throw new Error(
          [
            `not ${what} after ${ms} ms: ${found.slice(0, 12).join('; ')}`,
            ...(await this.#workflowStates()),
            `worker ${worker.running ? 'runs' : 'has ended'}:\n${worker.said}\napi:\n${api.said}`,
          ].join('\n'),
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  /** Every workflow as it speaks of itself, for the message of a failed test. */
  async #workflowStates(): Promise<string[]> {
    const states: string[] = [];
    for (const workflowId of await this.workflowIds()) {
      const asked = this.life.client.workflow.getHandle(workflowId).query<LoopState>('state');
      const said = await asked.then(JSON.stringify, (error: unknown) => String(error));
      states.push(`${workflowId}: ${said}`);
    }
    return states;
  }

  /** How Temporal says the workflows stand, once all stand as `wanted`, or as they do after a while. */
  async standings(wanted: 'RUNNING' | 'COMPLETED', ms = 30_000): Promise<ReadonlySet<string>> {
    const end = performance.now() + ms;
    for (;;) {
      const ids = await this.workflowIds();
      const described = await Promise.all(
        ids.map((workflowId) =>
          this.life.client.workflow
            .getHandle(workflowId)
            .describe()
            .then(
              ({ status }): string => status.name,
              (error: unknown) => (error instanceof Error ? error.name : String(error)),
            ),
        ),
      );
      const standings = new Set(described);
      if ((standings.size === 1 && standings.has(wanted)) || performance.now() > end) return standings;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Of the current generation: the plan's, the digest's and every task's. */
  async workflowIds(): Promise<string[]> {
    const ids = await this.life.rows<{ kind: 'plan' | 'digest' | 'task'; id: string; generation: string }>(
      `SELECT 'plan' AS kind, id, generation FROM plan WHERE id = $1
       UNION ALL SELECT 'digest', id, digest_generation FROM plan WHERE id = $1
       UNION ALL SELECT 'task', id, generation FROM task WHERE plan_id = $1`,
      [this.id],
    );
    const idOf = { plan: planWorkflowId, digest: digestWorkflowId, task: taskWorkflowId };
    return ids.map(({ kind, id, generation }) => idOf[kind](id, generation));
  }
}

/** What a launch of the plan as it was issued is answered with. */
export function launchBody(life: Life): Record<string, unknown> {
  const { directoryId, officeUnit, units } = life.directory;
  return {
    issuedOn: '2025-05-05',
    code: '15/KH-STP',
    directoryId,
    agencyUnitId: officeUnit,
    groups: { CAC_PHONG_DON_VI: Object.values(units) },
  };
}

function whoLeads(unit: Unit): Who {
  return unit === 'VP' ? 'office' : `head-${unit}`;
}
