import { composeLetter, createSmtpMailer, outcomeOf } from './smtp-mailer.js';

const error = (data: Record<string, unknown>): Error => Object.assign(new Error('smtp'), data);

describe('what the mail server answered', () => {
  it('for good: it knows no such person', () => {
    expect(outcomeOf(error({ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }))).toMatchObject({
      kind: 'refused',
      forGood: true,
    });
  });

  it('for now: it is busy, asks for a login, or is not there', () => {
    for (const data of [
      { code: 'EMESSAGE', responseCode: 451, command: 'DATA' },
      { code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' },
      { code: 'ECONNREFUSED' },
    ])
      expect(outcomeOf(error(data))).toMatchObject({ kind: 'refused', forGood: false });
  });

  it('nothing, after the letter was handed over: it may have been delivered', () => {
    for (const data of [
      { code: 'ECONNECTION', command: 'CONN' },
      { code: 'ETIMEDOUT', command: 'CONN' },
      { code: 'ESOCKET' },
    ])
      expect(outcomeOf(error(data)).kind).toBe('unknown');
  });
});

describe('a rehearsal’s letter', () => {
  it('goes nowhere without a sink', async () => {
    const mailer = createSmtpMailer({ smtpUrl: 'smtp://127.0.0.1:1', rehearsalSmtpUrl: undefined });
    expect(await mailer.ready(true)).toBe('never');
    const outcome = await mailer.send({
      from: 'a@b.example',
      to: 'c@d.example',
      bytes: Buffer.from('x'),
      isRehearsal: true,
    });
    expect(outcome).toEqual({ kind: 'refused', forGood: true, reason: 'NO_REHEARSAL_SINK' });
    mailer.close();
  });

  it('names its rehearsal, its own Message-ID and its own time in its head', async () => {
    const bytes = await composeLetter({
      from: 'Đôn Đốc <don-doc@stp.example>',
      to: { name: 'Giám đốc', address: 'gd@stp.example' },
      subject: '[DIỄN TẬP] Báo cáo',
      text: 'Kính gửi',
      html: '<p>Kính gửi</p>',
      messageId: '<abc@stp.example>',
      at: Date.parse('2025-06-05T08:00:00+07:00'),
      rehearsal: 'plan-1',
    });
    const head = bytes.toString('utf8').split('\r\n\r\n')[0];
    expect(head).toContain('X-Don-Doc-Rehearsal: plan-1');
    expect(head).toContain('Message-ID: <abc@stp.example>');
    expect(head).toContain('Date: Thu, 05 Jun 2025 01:00:00 +0000');
  });
});
