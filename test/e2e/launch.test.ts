import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { FindingView } from '@don-doc/contracts/http';
import { launchBody, RunningPlan, startLife, type Life } from '../support/life/index.js';

jest.setTimeout(120_000);

const run = promisify(execFile);

interface Listed {
  readonly type: { readonly name: string };
  readonly execution: { readonly workflowId: string };
  readonly memo?: unknown;
}

let life: Life;
let draftId: string;
beforeAll(async () => {
  life = await startLife();
  draftId = await life.importPlan();
});
afterAll(async () => life?.end());

/** What Temporal's own command line lists as running. */
async function listed(): Promise<Listed[]> {
  const { cli, address, namespace } = life.temporal;
  const asked = [
    '--query',
    "ExecutionStatus = 'Running'",
    '--address',
    address,
    '--namespace',
    namespace,
    '-o',
    'json',
  ];
  const { stdout } = await run(cli, ['workflow', 'list', ...asked]);
  return JSON.parse(stdout === '' ? '[]' : stdout) as Listed[];
}

async function answerFindings(): Promise<void> {
  const office = life.as('office');
  const findings = await office.get<FindingView[]>(`/plans/${draftId}/findings`);
  for (const finding of findings.filter(({ severity }) => severity === 'blocking')) {
    const body = { option: finding.options[0]?.code ?? null, reason: 'Văn phòng đã đối chiếu bản gốc' };
    await office.command(`/plans/${draftId}/findings/${finding.id}/answer`, body);
  }
}

describe('the launch', () => {
  it('asks first for the blocking findings to be answered', async () => {
    const refused = life.as('office').command(`/plans/${draftId}/launch`, launchBody(life));
    await expect(refused).rejects.toThrow(/422 .*FINDINGS_UNANSWERED/);
  });

  it('starts 12 task workflows, the plan’s and the digest’s, as Temporal’s own command line sees them', async () => {
    await answerFindings();
    const launched = await life
      .as('office')
      .command<{ planId: string; planWorkflowId: string; taskWorkflowIds: string[] }>(
        `/plans/${draftId}/launch`,
        launchBody(life),
      );
    const plan = new RunningPlan(life, launched.planId);
    await plan.settled();
    let running = await listed();
    // Visibility follows a moment later.
    for (let i = 0; i < 100 && running.length < 14; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      running = await listed();
    }
    const types = running.map(({ type }) => type.name).sort();
    expect(types).toEqual(['digestWorkflow', 'planWorkflow', ...Array.from({ length: 12 }, () => 'taskWorkflow')]);
    const ids = running.map(({ execution }) => execution.workflowId);
    expect(ids).toEqual(expect.arrayContaining([launched.planWorkflowId, ...launched.taskWorkflowIds]));
  });

  it('is refused a second time, in words that say what to do', async () => {
    const { status, body } = await life.as('office').send('POST', `/plans/${draftId}/launch`, {
      commandId: '0f0e0d0c-0b0a-4908-8706-050403020100',
      ...launchBody(life),
    });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'ALREADY_LAUNCHED', detail: expect.stringMatching(/kế hoạch/i) as string });
    expect(await life.rows(`SELECT id FROM plan WHERE launched_at IS NOT NULL`)).toHaveLength(1);
  });

  it('so long after its date sends one catch-up a person, and no storm', async () => {
    const mails = await life.rows<{ n: number }>(
      `SELECT count(*) AS n FROM alarm_recipient r JOIN alarm a ON a.id = r.alarm_id
       WHERE a.status = 'recorded' GROUP BY r.person_id, a.assignment_id, a.row_id HAVING count(*) > 1`,
    );
    expect(mails).toEqual([]);
    const statuses = await life.rows<{ status: string }>('SELECT DISTINCT status FROM alarm ORDER BY status');
    expect(statuses.map(({ status }) => status)).toContain('superseded');
  });
});
