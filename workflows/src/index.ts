export { taskWorkflow } from './task/task.workflow.js';
export { planWorkflow } from './plan/plan.workflow.js';
export { digestWorkflow } from './digest/digest.workflow.js';
