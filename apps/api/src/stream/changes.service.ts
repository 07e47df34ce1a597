import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { changeMark, type AppContext } from '@don-doc/application';
import { PinoLogger } from 'nestjs-pino';
import { Observable, Subject, finalize, interval, map, merge, takeUntil, filter } from 'rxjs';
import { APP_CONTEXT } from '../tokens.js';

/** Short enough to feel at once, long enough that a rehearsal at speed does not make a page ask without end. */
const LOOK_EVERY_MS = 300;
/** Proxies close what is silent for a minute. */
const HEARTBEAT_MS = 20_000;

export interface Told {
  readonly type: 'changed' | 'alive';
  readonly at: string;
}

/** Looks at the plans that somebody is looking at, and tells when one has changed. Nobody looks, nothing is asked. */
@Injectable()
export class ChangesService implements OnApplicationShutdown {
  private readonly watched = new Map<string, { readers: number; mark: string | null }>();
  private readonly changed = new Subject<string>();
  private readonly over = new Subject<void>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(APP_CONTEXT) private readonly ctx: AppContext,
    private readonly logger: PinoLogger,
  ) {}

  onApplicationShutdown(): void {
    this.over.next();
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.watched.clear();
  }

  of(planId: string): Observable<Told> {
    return new Observable<Told>((reader) => {
      const plan = this.watched.get(planId) ?? { readers: 0, mark: null };
      plan.readers += 1;
      this.watched.set(planId, plan);
      this.timer ??= setTimeout(() => void this.look(), 0);
      const told = merge(
        this.changed.pipe(
          filter((id) => id === planId),
          map(() => tell('changed')),
        ),
        interval(HEARTBEAT_MS).pipe(map(() => tell('alive'))),
      );
      return told
        .pipe(
          takeUntil(this.over),
          finalize(() => this.leave(planId)),
        )
        .subscribe(reader);
    });
  }

  private leave(planId: string): void {
    const plan = this.watched.get(planId);
    if (plan === undefined) return;
    plan.readers -= 1;
    if (plan.readers === 0) this.watched.delete(planId);
  }

  private async look(): Promise<void> {
    try {
      const marks = await changeMark(this.ctx, [...this.watched.keys()]);
      for (const [planId, plan] of this.watched) {
        const mark = marks.get(planId) ?? null;
        const before = plan.mark;
        plan.mark = mark;
        if (before !== null && mark !== before) this.changed.next(planId);
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'could not look for changes');
    }
    this.timer = this.watched.size === 0 ? null : setTimeout(() => void this.look(), LOOK_EVERY_MS);
  }
}

const tell = (type: Told['type']): Told => ({ type, at: new Date().toISOString() });
