export { InfraError } from './errors.js';
export { findPostgresBinaries, type PostgresBinaries } from './postgres/binaries.js';
export { startPostgres, type PostgresOptions, type PostgresServer } from './postgres/server.js';
export { startDevServer, type DevServer, type DevServerOptions } from './temporal/dev-server.js';
export {
  findTemporalCli,
  findTestServer,
  locateTemporalCli,
  locateTestServer,
  type FindOptions,
  type Found,
} from './temporal/find.js';
export { defaultCacheDir } from './temporal/cache.js';
