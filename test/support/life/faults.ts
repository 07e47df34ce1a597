import type { Random } from '../model/random.js';
import type { Life } from './life.js';
import type { RunningPlan } from './plan.js';

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Pokes every workflow of the plan so many times, in a random order; a workflow that has just ended is no matter. */
export async function pokeAll(plan: RunningPlan, random: Random, times: number): Promise<void> {
  const ids = (await plan.workflowIds()).flatMap((id) => Array.from({ length: times }, () => id));
  for (let i = ids.length - 1; i > 0; i -= 1) {
    const j = random.int(i + 1);
    [ids[i], ids[j]] = [ids[j]!, ids[i]!];
  }
  await Promise.all(
    ids.map((id) =>
      plan.life.client.workflow
        .getHandle(id)
        .signal('poke', { sequence: 0 })
        .catch(() => undefined),
    ),
  );
}

/** Runs `work` while a trigger is in force. */
export async function withTrigger<T>(
  life: Life,
  trigger: { readonly on: string; readonly when: string; readonly body: string },
  work: () => Promise<T>,
): Promise<T> {
  await life.rows(
    `CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${trigger.body}; RETURN NEW; END $$`,
  );
  await life.rows(
    `CREATE TRIGGER fault BEFORE ${trigger.on} FOR EACH ROW WHEN (${trigger.when}) EXECUTE FUNCTION fault()`,
  );
  try {
    return await work();
  } finally {
    await life.rows('DROP FUNCTION fault CASCADE');
  }
}

interface Run {
  readonly runId: string;
  readonly events: number;
}

/** How many events the history of each of these workflows' current run has. */
export async function historiesOf(life: Life, workflowIds: readonly string[]): Promise<Map<string, Run>> {
  const runs = new Map<string, Run>();
  for (const id of workflowIds) {
    const { runId, historyLength } = await life.client.workflow.getHandle(id).describe();
    runs.set(id, { runId, events: historyLength });
  }
  return runs;
}

/** Events written since, by workflow, over a continue-as-new as well. */
export async function eventsSince(life: Life, before: ReadonlyMap<string, Run>): Promise<Map<string, number>> {
  const written = new Map<string, number>();
  for (const [id, now] of await historiesOf(life, [...before.keys()])) {
    const was = before.get(id);
    if (was === undefined) continue;
    if (was.runId === now.runId) written.set(id, now.events - was.events);
    else {
      const { historyLength } = await life.client.workflow.getHandle(id, was.runId).describe();
      written.set(id, historyLength - was.events + now.events);
    }
  }
  return written;
}
