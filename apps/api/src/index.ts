export { createApp, type AppOptions } from './create-app.js';
export { declaredRoutes, type DeclaredRoute } from './http/declared-routes.js';
