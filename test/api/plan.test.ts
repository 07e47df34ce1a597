import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import { z } from 'zod';
import * as contract from '@don-doc/contracts/http';
import { startTestApi, type TestApi, type TestClient } from '../support/api/index.js';

jest.setTimeout(180_000);

let api: TestApi;
let office: TestClient;
let rehearsal: contract.PlanSummary;
let draft: contract.PlanSummary;
let base: string;
beforeAll(async () => {
  api = await startTestApi({ rehearsal: true });
  office = await api.signIn('vanphong');
  const plans = await office.get<contract.PlanSummary[]>('/plans');
  rehearsal = plans.find((plan) => plan.rehearsal) ?? fail('rehearsal');
  draft = plans.find((plan) => plan.status === 'draft') ?? fail('draft');
  base = `/plans/${rehearsal.id}`;
  await turn({ act: 'pause' });
});
afterAll(() => api.stop());

function fail(what: string): never {
  throw new Error(`there is no ${what}`);
}

const turn = (act: object) => office.post<contract.ClockView>(`${base}/clock`, { commandId: randomUUID(), ...act });
const rows = (who = office) => who.get<contract.RowView[]>(`${base}/rows`);

async function work(no: string, unit: string, who = office): Promise<contract.AssignmentView> {
  const row = (await rows(who)).find((candidate) => candidate.no === no) ?? fail(`row ${no}`);
  return row.assignments.find((a) => a.unitName === unit) ?? fail(`${unit} on ${no}`);
}

describe('the rehearsal of the first start', () => {
  it('has been issued and launched on 5/5 and stands on the morning of 26/5 or a little later', async () => {
    const plan = await office.get<contract.PlanView>(base);
    expect(plan).toMatchObject({ rehearsal: true, status: 'running', issuedOn: '2025-05-05', code: '15/KH-STP' });
    expect(plan.launchedAt).toBe('2025-05-05T00:30:00.000Z');
    expect(plan.clock?.kind).toBe('rehearsal');
    expect(Date.parse(plan.clock?.now ?? '')).toBeGreaterThanOrEqual(Date.parse('2025-05-26T07:55:00+07:00'));
    expect(plan.event).toMatchObject({ state: 'expected', on: '2025-07-01' });
  });

  it('has work that is done, returned, waiting and not arisen', async () => {
    expect((await work('2.1', 'Văn phòng Sở')).state).toBe('accepted');
    expect((await work('5.1', 'Phòng Phổ biến, giáo dục pháp luật')).bucket).toBe('completed-on-time');
    expect((await work('5.1', 'Phòng Hành chính tư pháp')).state).toBe('returned');
    expect((await work('5.1', 'Thanh tra Sở')).state).toBe('submitted');
    expect((await work('5.2', 'Trung tâm Dịch vụ đấu giá tài sản')).state).toBe('not-arisen');
  });

  it('sends no mail of the weeks that were already played', async () => {
    const states = await api.ctx.db.query<{ state: string }[]>('SELECT DISTINCT state FROM mail');
    expect(states).toEqual([{ state: 'merged' }]);
  });
});

describe('what the API answers', () => {
  it('keeps to the contract on every view', async () => {
    const row = (await rows()).find((candidate) => candidate.no === '5.1') ?? fail('row');
    const views: [string, z.ZodType][] = [
      ['/plans', z.array(contract.planSummary)],
      [base, contract.planView],
      [`/plans/${draft.id}`, contract.planView],
      [`${base}/rows`, z.array(contract.rowView)],
      [`/plans/${draft.id}/rows`, z.array(contract.rowView)],
      [`${base}/rows/${row.id}`, contract.rowDetail],
      [`${base}/findings`, z.array(contract.findingView)],
      [`/plans/${draft.id}/findings`, z.array(contract.findingView)],
      [`${base}/events`, z.array(contract.planEventView)],
      [`${base}/clock`, contract.clockView],
      [`${base}/today`, contract.todayView],
      [`${base}/alarms`, z.array(contract.alarmView)],
      [`${base}/workflows`, z.array(contract.workflowView)],
      ['/directories', z.array(contract.directoryView)],
      ['/calendar', contract.calendarView],
      ['/inbox', contract.inboxPage],
      ['/health/ready', contract.readiness],
      ['/auth/me', contract.me],
    ];
    for (const [path, schema] of views) {
      const result = schema.safeParse(await office.get(path));
      expect({ path, issues: result.error?.issues ?? [] }).toEqual({ path, issues: [] });
    }
  });

  it('names the groups whose units the Office picks, in the plan’s words', async () => {
    const { groups } = await office.get<contract.PlanView>(`/plans/${draft.id}`);
    expect(groups.map(({ name }) => name)).toEqual([expect.stringMatching(/^Các phòng, đơn vị thuộc Sở/)]);
  });

  it('tells strangers how the plans stand, and not what they are', async () => {
    const answer = await api.anonymous().call('GET', '/health/ready');
    expect(answer.text).toContain(rehearsal.id);
    expect(answer.text).not.toContain('title');
    expect(answer.text).not.toContain(rehearsal.title);
  });

  it('counts every row once', async () => {
    const { buckets } = await office.get<contract.PlanView>(base);
    expect(Object.values(buckets).reduce((sum, n) => sum + n, 0)).toBe(30);
  });

  it('tells 13 workflows and a digest by the ids that Temporal knows them by, even while it does not answer', async () => {
    const workflows = await office.get<contract.WorkflowView[]>(`${base}/workflows`);
    expect(workflows.map((workflow) => workflow.type).sort()).toEqual([
      'digestWorkflow',
      'planWorkflow',
      ...Array<string>(12).fill('taskWorkflow'),
    ]);
    expect(new Set(workflows.map((workflow) => workflow.state))).toEqual(new Set(['UNREACHABLE']));
  });

  it('lists what needs urging today, with a courteous text that says it is a rehearsal', async () => {
    const today = await office.get<contract.TodayView>(`${base}/today`);
    expect(today.items.length).toBeGreaterThan(10);
    for (const item of today.items) expect(item.chatText).toMatch(/^\[DIỄN TẬP\] Kính gửi/);
    expect(today.chatText).toContain('Trân trọng.');
  });

  it('plans the reminders that the model says will come', async () => {
    const planned = await office.get<contract.AlarmView[]>(`${base}/alarms?state=planned`);
    const row3 = planned
      .filter((alarm) => alarm.rowNo === '3')
      .map((alarm) => `${alarm.rule} ${alarm.occurrence} ${alarm.at}`);
    expect(row3.slice(0, 4)).toEqual([
      'due-in-1 1 2025-05-28T01:00:00.000Z',
      'due-day 1 2025-05-29T01:00:00.000Z',
      'overdue 1 2025-05-30T01:00:00.000Z',
      'overdue 2 2025-06-03T01:00:00.000Z',
    ]);
    const clock = await turn({ act: 'pause' });
    expect(clock.nextAlarmAt).toBe(planned[0]?.at);
  });

  it('writes the table with its status to Excel, the plan’s words as they were issued', async () => {
    const answer = await office.call('GET', `${base}/export.xlsx`);
    expect(String(answer.headers['content-disposition'])).toMatch(/tinh-trang-2025-05-2\d-dien-tap\.xlsx/);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(answer.bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
    const sheet = workbook.getWorksheet('Tình trạng') ?? fail('sheet');
    const written = new Map<string, ExcelJS.Row>();
    sheet.eachRow((row) => written.set(row.getCell(1).text, row));
    for (const row of await rows()) {
      expect(written.get(row.no)?.getCell(2).value).toBe(row.content);
      expect(written.get(row.no)?.getCell(5).value).toBe(row.timeText);
    }
    expect(written.get('3')?.getCell(7).value).toEqual(new Date('2025-05-29T00:00:00.000Z'));
  });
});

describe('commands', () => {
  it('answer a repeat the same and change nothing twice', async () => {
    const head = await api.signIn('hanhchinh');
    const before = await work('5.2', 'Phòng Hành chính tư pháp', head);
    const body = {
      commandId: randomUUID(),
      version: before.version,
      code: '70/BC-HCTP',
      issuedOn: '2025-05-26',
      summary: 'Đã thống kê trên Hệ thống.',
    };
    const first = await head.post<contract.AssignmentView>(`/assignments/${before.id}/submit`, body);
    const second = await head.post<contract.AssignmentView>(`/assignments/${before.id}/submit`, body);
    expect(first.state).toBe('submitted');
    expect(second).toEqual(first);
    const stale = await head.call('POST', `/assignments/${before.id}/submit`, { ...body, commandId: randomUUID() });
    expect(stale.status).toBe(409);
    expect(stale.json<{ code: string; detail: string }>()).toMatchObject({ code: 'STALE_VERSION' });
  });

  it('are offered to those who may give them, and refused to the others', async () => {
    const head = await api.signIn('pbgdpl');
    const other = await work('5.3', 'Phòng Hành chính tư pháp', head);
    expect(other.commands).toEqual([]);
    const refused = await head.call('POST', `/assignments/${other.id}/submit`, {
      commandId: randomUUID(),
      version: other.version,
      summary: 'Thử gửi thay.',
    });
    expect(refused.status).toBe(403);
    expect((await work('5.3', 'Phòng Phổ biến, giáo dục pháp luật', head)).commands).toContain('submit');
  });

  it('urge one piece of work once a day, in the ledger and the head’s inbox at once', async () => {
    const { id } = await work('5.3', 'Phòng Phổ biến, giáo dục pháp luật');
    const remind = (note: string) =>
      office.call('POST', `/assignments/${id}/remind`, { commandId: randomUUID(), note });
    expect((await remind('Đề nghị chuẩn bị giao nộp.')).status).toBe(200);
    expect((await remind('Lần nữa.')).json<{ code: string }>().code).toBe('ALREADY_REMINDED');
    const head = await api.signIn('pbgdpl');
    const { entries, unread } = await head.get<contract.InboxPage>('/inbox');
    const [entry] = entries;
    expect(entry?.text).toMatch(/^Đôn đốc ngay: nhiệm vụ 5\.3.*Đề nghị chuẩn bị giao nộp/);
    expect((await head.call('POST', `/inbox/${entry?.id}/read`)).status).toBe(204);
    const after = await head.get<contract.InboxPage>('/inbox');
    expect(after.entries[0]?.readAt).not.toBeNull();
    expect(after.unread).toBe(unread - 1);
  });

  it('page by page, the inbox tells each entry once, and all that had come is read at a stroke', async () => {
    const head = await api.signIn('thanhtra');
    const whole = await head.get<contract.InboxPage>('/inbox?limit=200');
    expect(whole.entries.length).toBeGreaterThan(3);
    const paged: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: contract.InboxPage = await head.get(`/inbox?limit=2${after === '' ? '' : `&after=${after}`}`);
      expect(page.entries.length).toBeLessThanOrEqual(2);
      paged.push(...page.entries.map(({ id }) => id));
      after = page.next;
    }
    expect(paged).toEqual(whole.entries.map(({ id }) => id));
    const early = new Date(Date.parse(whole.asOf) - 86_400_000).toISOString();
    await head.call('POST', '/inbox/read', { asOf: early });
    expect((await head.get<contract.InboxPage>('/inbox')).unread).toBe(whole.unread);
    expect((await head.call('POST', '/inbox/read', { asOf: whole.asOf })).status).toBe(204);
    expect((await head.get<contract.InboxPage>('/inbox')).unread).toBe(0);
  });

  it('leave a history that a clerk can read', async () => {
    const row = (await rows()).find((candidate) => candidate.no === '5.1') ?? fail('row');
    const detail = await office.get<contract.RowDetail>(`${base}/rows/${row.id}`);
    const texts = detail.history.map((entry) => entry.text);
    expect(texts).toContainEqual(expect.stringMatching(/^Phòng Hành chính tư pháp: Đề nghị bổ sung\. Lý do: /));
    for (const text of texts) expect(text).not.toMatch(/\.\.|undefined|cập nhật\.$/);
  });

  it('preview an event without telling it', async () => {
    const body = { commandId: randomUUID(), kind: 'confirmed', effectiveOn: '2025-07-01' };
    const preview = await office.post<contract.EventPreview>(`${base}/events/preview`, body);
    const row = preview.rows.find((candidate) => candidate.no === '2.2');
    expect(row?.after).toMatchObject({ opensOn: '2025-07-02', lastDay: '2025-07-08', byPolicy: true });
    expect(preview.alarms.added).toBeGreaterThan(0);
    expect((await office.get<contract.PlanView>(base)).event.state).toBe('expected');
  });
});

describe('the clock of a rehearsal', () => {
  it('moves forward to the next alarm and never back', async () => {
    const before = await office.get<contract.ClockView>(`${base}/clock`);
    const after = await turn({ act: 'jump-to-next-alarm' });
    expect(after.now).toBe(before.nextAlarmAt);
    const back = await office.call('POST', `${base}/clock`, { commandId: randomUUID(), act: 'jump', to: before.now });
    expect(back.json<{ code: string }>().code).toBe('CLOCK_BACKWARD');
  });

  it('is refused to all but the Office', async () => {
    const director = await api.signIn('giamdoc');
    expect((await director.call('POST', `${base}/clock`, { commandId: randomUUID(), act: 'pause' })).status).toBe(403);
  });
});

describe('launching the real plan', () => {
  async function answers() {
    const directories = await office.get<contract.DirectoryView[]>('/directories');
    const demo = directories.find((directory) => directory.demo) ?? fail('demo directory');
    const vp = demo.units.find((unit) => unit.code === 'VAN_PHONG') ?? fail('office');
    const units = demo.units.filter((unit) => unit.kind === 'unit' && unit.id !== vp.id).map((unit) => unit.id);
    return {
      issuedOn: '2025-05-05',
      code: '15/KH-STP',
      directoryId: demo.id,
      agencyUnitId: vp.id,
      groups: { CAC_PHONG_DON_VI: units },
    };
  }

  it('says first what will happen, and what still stands in the way', async () => {
    const body = { commandId: randomUUID(), ...(await answers()) };
    const preview = await office.post<contract.LaunchPreview>(`/plans/${draft.id}/launch/preview`, body);
    expect(contract.launchPreview.safeParse(preview).error?.issues ?? []).toEqual([]);
    expect(preview).toMatchObject({ tasks: 12, units: 9 });
    expect(preview.blockers.map((blocker) => blocker.rowNo)).toContain('11.3');
    expect(preview.sentence).toMatch(/^sẽ gửi \d+ thư cho \d+ đơn vị vào 08:00 /);
    const refused = await office.call('POST', `/plans/${draft.id}/launch`, body);
    expect(refused.json<{ code: string }>().code).toBe('FINDINGS_UNANSWERED');
  });

  it('names the units that nobody has chosen yet', async () => {
    const body = { commandId: randomUUID(), ...(await answers()), groups: {} };
    const preview = await office.post<contract.LaunchPreview>(`/plans/${draft.id}/launch/preview`, body);
    expect(preview.blockers.map((blocker) => blocker.code)).toContain('UNITS_MISSING');
  });

  it('starts twelve tasks and one plan once the blocking findings are answered, and refuses a second launch', async () => {
    const findings = await office.get<contract.FindingView[]>(`/plans/${draft.id}/findings`);
    for (const { id, options, severity } of findings)
      if (severity === 'blocking')
        await office.post(`/plans/${draft.id}/findings/${id}/answer`, {
          option: options.at(-1)?.code,
          reason: 'Theo ý kiến Chánh Văn phòng.',
        });
    await office.post(`/plans/${draft.id}/findings/accept`, { reason: 'Đã xem, thực hiện như kế hoạch.' });
    const body = { commandId: randomUUID(), ...(await answers()) };
    const launched = await office.post<contract.Launched>(`/plans/${draft.id}/launch`, body);
    expect(launched.taskWorkflowIds).toHaveLength(12);
    expect(await office.post<contract.Launched>(`/plans/${draft.id}/launch`, body)).toEqual(launched);
    const again = await office.call('POST', `/plans/${draft.id}/launch`, { ...body, commandId: randomUUID() });
    expect(again.status).toBe(409);
    expect(again.json<{ code: string }>().code).toBe('ALREADY_LAUNCHED');
  });
});

describe('changes', () => {
  it('reach an open page by themselves', async () => {
    await api.app.listen(0, '127.0.0.1');
    const { port } = api.app.getHttpServer().address() as { port: number };
    const stop = new AbortController();
    const stream = await fetch(`http://127.0.0.1:${port}/api${base}/stream`, {
      headers: { cookie: office.cookie(), accept: 'text/event-stream' },
      signal: stop.signal,
    });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const reader = (stream.body ?? fail('stream')).getReader();
    const heard = (async () => {
      let text = '';
      while (!text.includes('event: changed')) {
        const { value, done } = await reader.read();
        if (done) break;
        text += Buffer.from(value).toString('utf8');
      }
      return text;
    })();
    await new Promise((resolve) => setTimeout(resolve, 700));
    await turn({ act: 'pause' });
    expect(await heard).toContain(`"planId":"${rehearsal.id}"`);
    stop.abort();
  });
});
