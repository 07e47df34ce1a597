export { settleTask } from './settle-task.js';
export { settlePlan } from './settle-plan.js';
export { recordSettleFailure } from './record-settle-failure.js';
export { CATCH_UP_AFTER_MS } from './work-through.js';
