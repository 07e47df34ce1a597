export { completeOutbox, leaseOutbox, OUTBOX_CHANNEL, sweepOutbox, type LeasedBatch } from './outbox.js';
export { findStale, workflowsThatShouldRun, type Stale } from './watch.js';
export { notifyRelay } from './notify.js';
export { renewGeneration } from './generations.js';
export type { Poked, WorkflowRef } from './refs.js';
