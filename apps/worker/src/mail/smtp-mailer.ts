import type { Envelope, Letter, Mailer, SendOutcome } from '@don-doc/application';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';

export interface SmtpSettings {
  readonly smtpUrl: string;
  /** The sink of rehearsals; without it their letters go nowhere. */
  readonly rehearsalSmtpUrl: string | undefined;
}

export interface SmtpMailer extends Mailer {
  close(): void;
}

const CONNECT_MS = 5_000;
const ANSWER_MS = 30_000;

/** Letters over SMTP, connections kept and used again. A rehearsal's connection leads to the sink and nowhere else. */
export function createSmtpMailer(settings: SmtpSettings): SmtpMailer {
  const real = transportTo(settings.smtpUrl);
  const sink = settings.rehearsalSmtpUrl === undefined ? null : transportTo(settings.rehearsalSmtpUrl);
  const transportFor = (isRehearsal: boolean): typeof sink => (isRehearsal ? sink : real);
  return {
    async ready(isRehearsal) {
      const transport = transportFor(isRehearsal);
      if (transport === null) return 'never';
      try {
        await transport.verify();
        return 'yes';
      } catch {
        return 'not-now';
      }
    },
    compose: composeLetter,
    async send(envelope: Envelope): Promise<SendOutcome> {
      const transport = transportFor(envelope.isRehearsal);
      if (transport === null) return { kind: 'refused', forGood: true, reason: 'NO_REHEARSAL_SINK' };
      try {
        await transport.sendMail({
          envelope: { from: addressOf(envelope.from), to: [envelope.to] },
          raw: envelope.bytes,
        });
        return { kind: 'sent' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close() {
      real.close();
      sink?.close();
    },
  };
}

function transportTo(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return createTransport({
    host: hostname,
    port: port === '' ? (secure ? 465 : 25) : Number(port),
    secure,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    pool: true,
    maxConnections: 4,
    // The pool would send again by itself a letter that may have been delivered; that is the record's to decide.
    maxRequeues: 0,
    idleTimeout: 30_000,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

export async function composeLetter(letter: Letter): Promise<Buffer> {
  const composer = new MailComposer({
    from: letter.from,
    to: letter.to,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: letter.messageId,
    date: new Date(letter.at),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': 'vi',
      ...(letter.rehearsal === null ? {} : { 'X-Don-Doc-Rehearsal': letter.rehearsal }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** Failures before a letter could be handed over. */
const BEFORE_THE_LETTER = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EDNS',
  'ETLS',
  'EAUTH',
  'ENOAUTH',
  'EPROXY',
  'ECONFIG',
]);

/** What the server said, or that it said nothing: only an answer proves that a letter was not taken. */
export function outcomeOf(error: unknown): SendOutcome {
  const { code, responseCode, command } = (error ?? {}) as {
    code?: unknown;
    responseCode?: unknown;
    command?: unknown;
  };
  const name = typeof code === 'string' ? code : 'UNKNOWN';
  if (typeof responseCode === 'number') {
    const aboutTheLetter = command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA';
    return { kind: 'refused', forGood: aboutTheLetter && responseCode >= 500, reason: `${name} ${responseCode}` };
  }
  return BEFORE_THE_LETTER.has(name)
    ? { kind: 'refused', forGood: false, reason: name }
    : { kind: 'unknown', reason: name };
}

function addressOf(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
}
