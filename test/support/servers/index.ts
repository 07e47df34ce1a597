export { createTestDatabase, startTestPostgres, type TestPostgres } from './postgres.js';
export { findTestServer, startTestTemporal, type TestTemporal } from './temporal.js';
export { startMailSink, temporaryDir, until, type MailSink } from '@don-doc/infra';
