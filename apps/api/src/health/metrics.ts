import type { PlanHealth } from '@don-doc/contracts/http';
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';

const processMetrics = new Registry();
collectDefaultMetrics({ register: processMetrics, prefix: 'don_doc_api_' });

const GAUGES = {
  don_doc_latest_wake_late_seconds: [
    'How late the latest wake of a plan is.',
    (p: PlanHealth) => p.latestWakeMs / 1000,
  ],
  don_doc_tasks_behind: ['Tasks whose settle has not applied the latest version.', (p: PlanHealth) => p.tasksBehind],
  don_doc_oldest_outbox_seconds: ['Age of the oldest poke not delivered.', (p: PlanHealth) => p.oldestOutboxMs / 1000],
  don_doc_failing_settles: ['Tasks and plans whose settle fails.', (p: PlanHealth) => p.failingSettles],
  don_doc_digests_unsent: ['Mails gathered and not sent yet.', (p: PlanHealth) => p.digestsUnsent],
} as const;

/** The same figures as readiness, for Prometheus, per plan by its id. */
export async function renderMetrics(plans: readonly PlanHealth[] | null, temporal: boolean): Promise<string> {
  const registry = new Registry();
  const up = new Gauge({
    name: 'don_doc_up',
    help: 'Whether what the API needs answers.',
    labelNames: ['part'],
    registers: [registry],
  });
  up.set({ part: 'database' }, plans === null ? 0 : 1);
  up.set({ part: 'temporal' }, temporal ? 1 : 0);
  for (const [name, [help, valueOf]] of Object.entries(GAUGES)) {
    const gauge = new Gauge({ name, help, labelNames: ['plan', 'rehearsal'], registers: [registry] });
    for (const plan of plans ?? []) gauge.set({ plan: plan.planId, rehearsal: String(plan.rehearsal) }, valueOf(plan));
  }
  return `${await registry.metrics()}${await processMetrics.metrics()}`;
}
