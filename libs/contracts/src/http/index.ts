export * from './views.js';
export * from './requests.js';
export * from './routes.js';
