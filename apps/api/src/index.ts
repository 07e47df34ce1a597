export { createApp, type AppOptions } from './create-app.js';
export { argon2Hasher } from './auth/hasher.js';
export { openContext } from './context.providers.js';
export { words } from './query/words.js';
export { declaredRoutes, refuseUndeclaredRoutes, type DeclaredRoute } from './http/declared-routes.js';
export { runSeed, type MadeAccount, type SeedOptions } from './seed/run-seed.js';
