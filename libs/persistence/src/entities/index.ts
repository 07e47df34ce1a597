export * from './directory.js';
export * from './calendar.js';
export * from './plan.js';
export * from './amendment.js';
export * from './task.js';
export * from './alarm.js';
export * from './log.js';
export * from './session.js';
