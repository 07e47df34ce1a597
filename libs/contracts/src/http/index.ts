export * from './views.js';
export * from './operation-views.js';
export * from './directory-views.js';
export * from './requests.js';
export * from './amendments.js';
export * from './routes.js';
/** Types of the published API, for a client made from it. */
export type { paths } from './generated/api.generated.js';
