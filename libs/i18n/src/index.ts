export * from './errors.js';
export * from './fields.js';
export * from './terms.js';
export { planDocumentMessages } from './plan-document.js';
export * from './words.js';
export { clockText, historyText } from './history.js';
export { phraseLine, phraseMessages, phraseText } from './phrase.js';
export * from './findings.js';
