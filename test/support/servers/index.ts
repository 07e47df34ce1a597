export { createTestDatabase, startTestPostgres, type TestDatabase, type TestPostgres } from './postgres.js';
export { findTestServer, startTestTemporal, type TestTemporal, type TestTemporalOptions } from './temporal.js';
export {
  startMailSink,
  temporaryDir,
  until,
  type FaultOptions,
  type MailFault,
  type MailSink,
  type MailSummary,
} from '@don-doc/infra';
