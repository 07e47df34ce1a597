import type { Client } from '@temporalio/client';
import { until } from './report.js';

type Event = NonNullable<Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>['events']>[0];

export async function historyOf(client: Client, workflowId: string): Promise<Event[]> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  return events ?? [];
}

/** Real ms at which the server wrote it. */
export function timeOf(event: Event): number {
  return Number(event.eventTime?.seconds ?? 0) * 1_000 + Number(event.eventTime?.nanos ?? 0) / 1e6;
}

export interface FirstTask {
  readonly started: number;
  readonly completed: number;
}

/** When each of these workflows began and when its first workflow task was completed, from its history. */
export async function firstTasks(client: Client, workflowIds: readonly string[]): Promise<FirstTask[]> {
  const found = new Map<string, FirstTask>();
  await until('first workflow tasks', async () => {
    for (const id of workflowIds) {
      if (found.has(id)) continue;
      const events = await historyOf(client, id).catch(() => []);
      const first = events.find((event) => event.workflowTaskCompletedEventAttributes);
      if (events[0] && first) found.set(id, { started: timeOf(events[0]), completed: timeOf(first) });
    }
    return found.size === workflowIds.length;
  });
  return [...found.values()];
}

export async function lengthOf(client: Client, workflowId: string): Promise<number> {
  return (await historyOf(client, workflowId)).length;
}

/** The names of the events after the first `count`. */
export async function eventsAfter(client: Client, workflowId: string, count: number): Promise<string[]> {
  return (await historyOf(client, workflowId))
    .slice(count)
    .map((event) => Object.keys(event).find((key) => key.endsWith('EventAttributes')) ?? 'unknown')
    .map((name) => name.replace('EventAttributes', ''));
}
