export { InfraError } from './errors.js';
export { findPostgresBinaries, type PostgresBinaries } from './postgres/binaries.js';
export { startPostgres, type PostgresOptions, type PostgresServer } from './postgres/server.js';
