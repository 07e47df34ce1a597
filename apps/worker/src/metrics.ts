import { createServer } from 'node:http';
import { planHealth, type AppContext } from '@don-doc/application';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

export interface MetricsServer {
  close(): Promise<void>;
}

/** For Prometheus: how late, how far behind, how much owed, plan by plan; asked of the record at each scrape. */
export async function serveMetrics(
  ctx: AppContext,
  at: { readonly host: string; readonly port: number },
): Promise<MetricsServer> {
  const registry = createRegistry(ctx);
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(503).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(at.port, at.host, () => resolve());
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function createRegistry(ctx: AppContext): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'don_doc_worker_' });
  const gauge = (name: string, help: string, collect?: () => Promise<void>): Gauge<'plan'> =>
    new Gauge({
      name: `don_doc_${name}`,
      help,
      labelNames: ['plan'],
      registers: [registry],
      ...(collect ? { collect } : {}),
    });
  const behind = gauge('tasks_behind', 'Tasks that have not applied the latest change.');
  const outbox = gauge('outbox_oldest_seconds', 'Age of the oldest poke not delivered.');
  const failing = gauge('settles_failing', 'Settles that failed last time.');
  const unsent = gauge('mails_unsent', 'Mails gathered and not yet sent.');
  // Asked once a scrape, for all of them.
  const late = gauge('wake_late_seconds', 'How late the latest wake of a plan is.', async () => {
    const plans = await planHealth(ctx);
    for (const each of [late, behind, outbox, failing, unsent]) each.reset();
    for (const plan of plans) {
      const label = { plan: plan.planId };
      late.set(label, plan.latestWakeMs / 1_000);
      behind.set(label, plan.tasksBehind);
      outbox.set(label, plan.oldestOutboxMs / 1_000);
      failing.set(label, plan.failing.length);
      unsent.set(label, plan.digestsUnsent);
    }
  });
  return registry;
}
