import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { Config } from '@don-doc/config';
import { CONFIG } from '../tokens.js';

export interface WorkflowStanding {
  readonly runId: string | null;
  readonly state: string;
}

/** A page must not wait for a Temporal that does not answer. */
const ANSWER_MS = 800;
const CONNECT_MS = 2_000;
const UNREACHABLE: WorkflowStanding = { runId: null, state: 'UNREACHABLE' };

/** Asks Temporal how workflows stand. The facts are in PostgreSQL, so that no answer is an answer too. */
@Injectable()
export class TemporalService implements OnApplicationShutdown {
  private readonly connection: Connection;
  readonly client: Client;

  constructor(@Inject(CONFIG) config: Config) {
    const { connectionOptions, namespace } = loadClientConnectConfig();
    const { address, namespace: configured } = config.temporal;
    this.connection = Connection.lazy({
      ...connectionOptions,
      address: connectionOptions.address ?? address,
      connectTimeout: CONNECT_MS,
      // No retries: the page asks again by itself, and a retry still pending at shutdown would call a closed channel.
      interceptors: [],
    });
    this.client = new Client({ connection: this.connection, namespace: namespace ?? configured });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connection.close();
  }

  describe = async (workflowId: string): Promise<WorkflowStanding> => within(this.ask(workflowId), UNREACHABLE);

  /** All at once, under one time limit. */
  describeAll = async (workflowIds: readonly string[]): Promise<ReadonlyMap<string, WorkflowStanding>> =>
    new Map(await Promise.all(workflowIds.map(async (id) => [id, await this.describe(id)] as const)));

  async reachable(): Promise<boolean> {
    const asked = this.connection.ensureConnected().then(
      () => true,
      () => false,
    );
    return within(asked, false);
  }

  private async ask(workflowId: string): Promise<WorkflowStanding> {
    try {
      const { runId, status } = await this.connection.withDeadline(Date.now() + ANSWER_MS, () =>
        this.client.workflow.getHandle(workflowId).describe(),
      );
      return { runId, state: status.name };
    } catch (error) {
      return error instanceof WorkflowNotFoundError ? { runId: null, state: 'NOT_FOUND' } : UNREACHABLE;
    }
  }
}

async function within<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), ANSWER_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
