import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { NativeConnection } from '@temporalio/worker';

export interface TemporalLink {
  readonly client: Client;
  readonly native: NativeConnection;
  readonly namespace: string;
  close(): Promise<void>;
}

/**
 * By Temporal's own settings (TEMPORAL_ADDRESS, namespace, TLS, API key, profiles), so that one build runs on the embedded
 * server, on a cluster of one's own and on a hosted one.
 */
export async function connectTemporal(
  env: Readonly<Record<string, string | undefined>>,
  fallback: { readonly address: string; readonly namespace: string },
): Promise<TemporalLink> {
  const overrideEnvVars = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const { connectionOptions, namespace = fallback.namespace } = loadClientConnectConfig({ overrideEnvVars });
  const options = { address: fallback.address, ...connectionOptions };
  const connection = await Connection.connect(options);
  try {
    const native = await NativeConnection.connect(options);
    return {
      client: new Client({ connection, namespace }),
      native,
      namespace,
      close: async () => {
        await native.close();
        await connection.close();
      },
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}
