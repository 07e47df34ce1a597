import { recordSettleFailure, sqlStateOf, type AppContext } from '@don-doc/application';
import type { SettleSubject } from '@don-doc/activities';
import type { Logger } from 'pino';

interface Failing {
  readonly subject: SettleSubject;
  readonly code: string;
  /** Not yet written into the record. */
  readonly owed: boolean;
}

/**
 * Settles that fail in this worker. Each failure is written into the record, so that the Office sees it; while PostgreSQL is
 * away that is owed, and paid when it is back.
 */
export class SettleFailures {
  private readonly failing = new Map<string, Failing>();
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly ctx: AppContext,
    private readonly log: Logger,
    private readonly codeOf: (error: unknown) => string,
  ) {}

  failed(subject: SettleSubject, error: unknown): void {
    const code = sqlStateOf(error) ?? this.codeOf(error);
    const key = keyOf(subject);
    const known = this.failing.get(key);
    if (known?.code !== code)
      this.log.warn({ plan: subject.planId, task: subject.taskId, code, err: error }, 'settle failed');
    this.failing.set(key, { subject, code, owed: true });
    this.pay();
  }

  succeeded(subject: SettleSubject): void {
    this.failing.delete(keyOf(subject));
  }

  /** Writes down what is owed; what cannot be written stays owed. */
  pay(): void {
    this.writing = this.writing.then(async () => {
      for (const [key, failing] of [...this.failing]) {
        // What has succeeded while the others were written down has nothing to own up to any more.
        if (!failing.owed || this.failing.get(key) !== failing) continue;
        try {
          await recordSettleFailure(this.ctx, { ...failing.subject, error: failing.code });
          if (this.failing.get(key) === failing) this.failing.set(key, { ...failing, owed: false });
        } catch {
          return;
        }
      }
    });
  }

  async settled(): Promise<void> {
    await this.writing;
  }
}

function keyOf({ planId, taskId, generation }: SettleSubject): string {
  return `${planId}/${taskId ?? ''}/${generation}`;
}
