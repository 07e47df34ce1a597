export { inSnapshot, readPicture, type QueryContext } from './context.js';
export type { HistoryEntry, Words } from './words.js';
export { clockView, listPlans, planEvents, planRows, planToday, planView, rowDetail } from './plans.js';
export { planAlarms } from './plan-alarms.js';
export { workflowViews, type Describe } from './workflows.js';
export { inboxEntries, readInboxEntry } from './inbox.js';
export { calendarView, directoryViews, readLexicon } from './directories.js';
export { planHealths } from './health.js';
export { assignmentOf, findingsOf } from './plan-alarms.js';
