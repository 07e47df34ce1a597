import { planInstantDueBefore, settleTask as settleModel } from '@don-doc/domain';
import type { Effect, EpochMs, PlanFacts, TaskModel } from '@don-doc/domain';
import { factsAt, logAfter } from '../core/plan-frame.js';
import type { PlanFrame } from '../core/plan-frame.js';

/** Of the alarms that are later than this, only the gravest of an assignment is sent. */
export const CATCH_UP_AFTER_MS = 60 * 60_000;

export interface WorkedThrough {
  readonly task: TaskModel;
  readonly facts: PlanFacts;
  readonly effects: readonly Effect[];
  /** Plan instant. */
  readonly nextWakeAt: EpochMs | null;
  readonly more: boolean;
  readonly closed: boolean;
}

/** The plan instant before which everything has been due for over an hour. */
export function missedBefore(frame: PlanFrame): EpochMs {
  return planInstantDueBefore(frame.clock, frame.realNow - CATCH_UP_AFTER_MS);
}

/** One call of the pure settle for a loaded task. `all`: until nothing is left, as a command needs it. */
export function workThrough(frame: PlanFrame, task: TaskModel, now: EpochMs, extent: 'step' | 'all'): WorkedThrough {
  const missed = missedBefore(frame);
  const effects: Effect[] = [];
  let model = task;
  let facts = factsAt(frame, task.settledThrough);
  for (;;) {
    const outcome = settleModel({
      task: model,
      facts,
      log: logAfter(frame, model.settledThrough).filter((entry) => entry.at <= now),
      now,
      missedBefore: missed,
    });
    effects.push(...outcome.effects);
    model = outcome.task;
    facts = outcome.facts;
    if (extent === 'step' || !outcome.more) return { ...outcome, effects };
  }
}
