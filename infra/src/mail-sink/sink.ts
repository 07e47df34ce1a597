import { serveMails } from './http.js';
import { SmtpListener, type FaultOptions, type MailFault } from './smtp.js';
import { MailStore, type MailDetail, type MailSummary } from './store.js';

export interface MailSinkOptions {
  /** Where mails are kept between starts. */
  readonly dir: string;
  /** Absent: a free one. */
  readonly smtpPort?: number;
  readonly httpPort?: number;
  readonly host?: string;
}

export interface MailSink {
  readonly smtpPort: number;
  readonly httpPort: number;
  readonly smtpUrl: string;
  readonly pageUrl: string;
  /** Newest first. */
  mails(): Promise<MailSummary[]>;
  mail(id: string): Promise<MailDetail | undefined>;
  /** Waits until `enough` says so of what has come. */
  waitFor(enough: (mails: readonly MailSummary[]) => boolean, timeoutMs?: number): Promise<MailSummary[]>;
  setFault(fault: MailFault, options?: FaultOptions): Promise<void>;
  clear(): Promise<void>;
  stop(): Promise<void>;
}

/** A mail server that keeps all and sends nothing on, with a page to read them. */
export async function startMailSink(options: MailSinkOptions): Promise<MailSink> {
  const host = options.host ?? '127.0.0.1';
  const store = await MailStore.open(options.dir);
  const waiting = new Set<() => void>();
  const smtp = new SmtpListener(store, host, () => waiting.forEach((look) => look()));
  await smtp.listen(options.smtpPort ?? 0);
  const http = await serveMails(store, host, options.httpPort ?? 0).catch(async (error: unknown) => {
    await smtp.close();
    throw error;
  });
  const address = http.address();
  const httpPort = typeof address === 'object' && address ? address.port : 0;

  return {
    smtpPort: smtp.port,
    httpPort,
    smtpUrl: `smtp://${host}:${smtp.port}`,
    pageUrl: `http://${host}:${httpPort}`,
    mails: () => Promise.resolve(store.list()),
    mail: (id) => store.detail(id),
    waitFor: (enough, timeoutMs = 10_000) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const mails = store.list();
          if (!enough(mails)) return;
          finish();
          resolve(mails);
        };
        const timer = setTimeout(() => {
          finish();
          reject(new Error(`the mails waited for have not come in ${timeoutMs} ms; there are ${store.list().length}`));
        }, timeoutMs);
        const finish = (): void => {
          clearTimeout(timer);
          waiting.delete(look);
        };
        waiting.add(look);
        look();
      }),
    setFault: (fault, faultOptions) => smtp.setFault(fault, faultOptions),
    clear: () => store.clear(),
    stop: async () => {
      await smtp.close();
      http.closeAllConnections();
      await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
}
