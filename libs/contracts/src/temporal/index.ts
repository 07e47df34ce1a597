export * from './ids.js';
export * from './messages.js';
export * from './activities.js';
export * from './options.js';
