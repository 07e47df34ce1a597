import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { MailStore } from './store.js';

/**
 * What a test may make go wrong:
 * refuse: nothing listens; busy: 451 (try again); reject: 550 (never);
 * lose: the line breaks before the mail is kept; drop: it is kept, but the answer is lost, so a sender cannot know.
 */
export type MailFault = 'none' | 'refuse' | 'busy' | 'reject' | 'lose' | 'drop';

export interface FaultOptions {
  /** How many mails it concerns; then the sink is well again. Absent: until changed. */
  readonly times?: number;
  /** Only mails to an address that holds this text. */
  readonly to?: string;
}

export class SmtpListener {
  private server: SMTPServer | undefined;
  private fault: MailFault = 'none';
  private options: FaultOptions = {};
  private left = Number.POSITIVE_INFINITY;
  private readonly sockets = new Set<Socket>();
  port = 0;

  constructor(
    private readonly store: MailStore,
    private readonly host: string,
    private readonly onMail: () => void,
  ) {}

  async listen(port: number): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: 50 * 1024 * 1024,
      logger: false,
      banner: 'Don Doc',
      // So that a stop never waits for a sender's idle pool.
      closeTimeout: 500,
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => void this.take(Buffer.concat(chunks), session, callback));
      },
    });
    // A client that goes away in the middle is a fact of mail, not an error of ours.
    server.on('error', () => undefined);
    server.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => this.sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(port, this.host, () => resolve());
    });
    this.server = server;
    const address = server.server.address();
    this.port = typeof address === 'object' && address ? address.port : port;
  }

  async setFault(fault: MailFault, options: FaultOptions = {}): Promise<void> {
    this.fault = fault;
    this.options = options;
    this.left = options.times ?? Number.POSITIVE_INFINITY;
    if (fault === 'refuse') await this.close();
    else if (!this.server) await this.listen(this.port);
  }

  async close(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    if (!server) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private async take(raw: Buffer, session: SMTPServerSession, callback: (error?: Error | null) => void): Promise<void> {
    const to = session.envelope.rcptTo.map((recipient) => recipient.address);
    const fault = this.faultFor(to);
    if (fault === 'busy') return callback(answer(451, 'May chu thu dang ban'));
    if (fault === 'reject') return callback(answer(550, 'Khong nhan thu nay'));
    if (fault === 'lose') return this.cut(session);
    const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
    try {
      await this.store.add(raw, { from, to }, new Date());
    } catch {
      return callback(answer(451, 'Chua ghi duoc thu'));
    }
    this.onMail();
    if (fault === 'drop') return this.cut(session);
    callback();
  }

  private faultFor(to: readonly string[]): MailFault {
    const wanted = this.options.to;
    if (this.fault === 'none' || this.left <= 0) return 'none';
    if (wanted !== undefined && !to.some((address) => address.includes(wanted))) return 'none';
    this.left -= 1;
    return this.fault;
  }

  /** Breaks this session's line without an answer. */
  private cut(session: SMTPServerSession): void {
    for (const socket of this.sockets) {
      if (socket.remotePort === session.remotePort) socket.destroy();
    }
  }
}

function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
