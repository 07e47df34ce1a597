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
export { startMailSink, type MailSink, type MailSinkOptions } from './mail-sink/sink.js';
export type { FaultOptions, MailFault } from './mail-sink/smtp.js';
export type { MailDetail, MailSummary } from './mail-sink/store.js';
export { endChild, hasEnded, spawnGuarded, temporaryDir, type HowToEnd } from './process/guarded.js';
export { isAlive, until } from './process/pids.js';
export { inspect, type Finding, type Inspection } from './local/inspect.js';
