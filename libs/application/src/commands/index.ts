export { submit, claimNotArisen, type OnAssignment } from './submit.js';
export { accept, returnWork } from './judge.js';
export { fixDue, recordResult, remind, reportPeriod } from './office.js';
export type { CommandAnswer } from './run-task-command.js';
