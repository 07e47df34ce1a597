import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { startMailSink, type MailSink } from '@don-doc/infra';

let dir: string;
let sink: MailSink;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'don-doc-mail-'));
  sink = await startMailSink({ dir });
});
afterEach(async () => {
  await sink.stop();
  await rm(dir, { recursive: true, force: true });
});

async function send(over: Record<string, unknown> = {}): Promise<void> {
  const transport = createTransport(sink.smtpUrl);
  try {
    await transport.sendMail({
      from: 'Đôn Đốc <don-doc@stp.test>',
      to: 'Nguyễn Văn A <a@stp.test>, b@stp.test',
      subject: 'Nhiệm vụ 3 còn 5 ngày làm việc',
      messageId: '<x1@don-doc>',
      date: '2025-05-22T01:00:00Z',
      text: 'Đề nghị đơn vị hoàn thành.',
      html: '<p>Đề nghị đơn vị <b>hoàn thành</b>.</p><script>alert(1)</script>',
      headers: { 'X-Don-Doc-Rehearsal': 'dien-tap-1' },
      ...over,
    });
  } finally {
    transport.close();
  }
}

describe('the mail sink', () => {
  it('keeps a mail with whom it went to, its identity and its rehearsal, over a restart', async () => {
    await send();
    await sink.stop();
    sink = await startMailSink({ dir });
    const [mail] = await sink.mails();
    expect(mail).toMatchObject({
      to: ['a@stp.test', 'b@stp.test'],
      subject: 'Nhiệm vụ 3 còn 5 ngày làm việc',
      messageId: '<x1@don-doc>',
      rehearsal: 'dien-tap-1',
      date: '2025-05-22T01:00:00.000Z',
    });
    expect((await readdir(dir)).filter((name) => name.endsWith('.eml'))).toHaveLength(1);
  });

  it('shows the list and a mail, times in Việt Nam, and lets no script of a mail run', async () => {
    await send();
    const list = await (await fetch(sink.pageUrl)).text();
    expect(list).toContain('22/05/2025 08:00');
    expect(list).toContain('DIỄN TẬP');
    const [mail] = await sink.mails();
    const page = await (await fetch(`${sink.pageUrl}/mails/${mail?.id}`)).text();
    expect(page).toContain('X-Don-Doc-Rehearsal: dien-tap-1');
    expect(page).not.toContain('alert(1)');
    const body = await fetch(`${sink.pageUrl}/api/mails/${mail?.id}/html`);
    expect(body.headers.get('content-security-policy')).toMatch(/^sandbox .*default-src 'none'/);
    const raw = await (await fetch(`${sink.pageUrl}/api/mails/${mail?.id}/raw`)).text();
    expect(raw).toContain('Message-ID: <x1@don-doc>');
  });

  it('finds mails by address or subject', async () => {
    await send();
    await send({ to: 'giam-doc@stp.test', subject: 'Báo cáo nhiệm vụ quá hạn' });
    const found = (await (await fetch(`${sink.pageUrl}/api/mails?q=GIAM-DOC`)).json()) as {
      total: number;
      all: number;
    };
    expect(found).toMatchObject({ total: 1, all: 2 });
    expect((await fetch(`${sink.pageUrl}/api/mails/..%2f..%2fpackage`)).status).toBe(404);
  });

  it('fails as it is told to, so many times', async () => {
    await sink.setFault('busy', { times: 1 });
    await expect(send()).rejects.toMatchObject({ responseCode: 451 });
    await sink.setFault('reject', { to: 'b@stp.test' });
    await expect(send()).rejects.toMatchObject({ responseCode: 550 });
    await expect(send({ to: 'c@stp.test' })).resolves.toBeUndefined();
    await sink.setFault('refuse');
    await expect(send()).rejects.toMatchObject({ code: 'ESOCKET' });
    await sink.setFault('none');
    await send();
    expect(await sink.mails()).toHaveLength(2);
  });

  it('can lose the answer after the mail was kept, and the mail before', async () => {
    await sink.setFault('drop', { times: 1 });
    await expect(send()).rejects.toThrow();
    expect(await sink.mails()).toHaveLength(1);
    await sink.setFault('lose', { times: 1 });
    await expect(send()).rejects.toThrow();
    expect(await sink.mails()).toHaveLength(1);
  });
});
