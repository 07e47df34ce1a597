import type { Poked, WorkflowRef } from '@don-doc/application';
import {
  digestStart,
  planStart,
  pokeSignal,
  taskStart,
  WORKFLOW_TYPES,
  type StartOptions,
} from '@don-doc/contracts/temporal';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';

const CALL_MS = 5_000;

/** What the relay and the reconciler say to Temporal, and nothing else. */
export interface Messenger {
  /** Starts the workflow where it does not run. */
  poke(workflow: Poked): Promise<void>;
  isRunning(workflow: WorkflowRef): Promise<boolean>;
}

export function createMessenger(client: Client, taskQueue: string): Messenger {
  const within = <T>(call: () => Promise<T>): Promise<T> => client.withDeadline(Date.now() + CALL_MS, call);
  return {
    async poke(workflow) {
      await within(() =>
        client.workflow.signalWithStart(WORKFLOW_TYPES[workflow.kind], {
          ...startOf(workflow),
          taskQueue,
          signal: pokeSignal,
          signalArgs: [{ sequence: workflow.sequence }],
        }),
      );
    },
    async isRunning(workflow) {
      try {
        const { status } = await within(() => client.workflow.getHandle(startOf(workflow).workflowId).describe());
        return status.name === 'RUNNING';
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return false;
        throw error;
      }
    },
  };
}

function startOf(workflow: WorkflowRef): StartOptions<unknown> {
  switch (workflow.kind) {
    case 'task':
      return taskStart(workflow.ref);
    case 'plan':
      return planStart(workflow.ref);
    case 'digest':
      return digestStart(workflow.ref);
  }
}

export function workflowIdOf(workflow: WorkflowRef): string {
  return startOf(workflow).workflowId;
}
