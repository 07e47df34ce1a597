/**
 * Who may import whom. One table for dependency-cruiser (which proves it) and ESLint (which says so while one writes).
 *
 * Each room has
 * - `name`: how others name it in `rooms`;
 * - `files`: a regular expression for its files, `except` for those another entry answers for;
 * - `own`: what lies in the same room (default: `files`);
 * - `rooms`: the rooms it may import;
 * - `packages`: the only npm packages it may import, or `without`: those it may not;
 * - `node`: whether it may import Node's own modules.
 * Specs obey `rooms` but not `packages` and `node`: they may read a file and use fast-check.
 */
const FRAMEWORKS = ['@nestjs/.*', '@temporalio/.*', 'typeorm', 'pg'];
const API_WIRING = '^apps/api/src/.*(?:main|index|\\.module|\\.providers)\\.ts$';
const LIBS = ['domain', 'contracts/temporal', 'contracts/http', 'config', 'i18n', 'persistence', 'application'];
const DOCUMENTS = ['plan-document', 'official-document'];
const API = ['application', 'domain', 'contracts/temporal', 'contracts/http', 'config', 'i18n', ...DOCUMENTS];
const API_WITHOUT = ['@temporalio/worker', '@temporalio/workflow', '@temporalio/activity', '@temporalio/testing'];

const rooms = [
  { name: 'domain', files: '^libs/domain/', rooms: [], packages: ['temporal-polyfill'], node: false },
  {
    name: 'contracts/temporal',
    files: '^libs/contracts/src/temporal/',
    own: '^libs/contracts/src/(?!http/)',
    rooms: ['domain'],
    packages: ['@temporalio/workflow', '@temporalio/common'],
    node: false,
  },
  {
    name: 'contracts/http',
    files: '^libs/contracts/src/http/',
    own: '^libs/contracts/src/(?!temporal/)',
    rooms: ['domain'],
    packages: ['zod'],
    node: false,
  },
  {
    name: 'workflows',
    files: '^workflows/',
    rooms: ['domain', 'contracts/temporal'],
    packages: ['@temporalio/workflow', '@temporalio/common'],
    node: false,
  },
  {
    name: 'persistence',
    files: '^libs/persistence/',
    rooms: ['domain', 'config'],
    packages: ['typeorm', 'pg', 'reflect-metadata'],
    node: true,
  },
  {
    name: 'application',
    files: '^libs/application/',
    rooms: ['domain', 'contracts/temporal', 'contracts/http', 'persistence'],
    packages: ['typeorm'],
    node: true,
  },
  {
    name: 'activities',
    files: '^activities/',
    rooms: ['application', 'domain', 'contracts/temporal'],
    packages: ['@temporalio/activity', '@temporalio/common'],
    node: true,
  },
  { name: 'config', files: '^libs/config/', rooms: [], packages: ['zod'], node: true },
  { name: 'i18n', files: '^libs/i18n/', rooms: ['domain'], packages: [], node: false },
  { name: 'plan-document', files: '^libs/plan-document/', rooms: ['domain'], without: FRAMEWORKS, node: true },
  { name: 'official-document', files: '^libs/official-document/', rooms: ['domain'], without: FRAMEWORKS, node: true },
  { name: 'api', files: '^apps/api/', except: API_WIRING, rooms: API, without: API_WITHOUT, node: true },
  // Where the API is put together, and only there, the repositories are given their database.
  {
    name: 'api-wiring',
    files: API_WIRING,
    own: '^apps/api/',
    rooms: [...API, 'persistence'],
    without: API_WITHOUT,
    node: true,
  },
  {
    name: 'worker',
    files: '^apps/worker/',
    rooms: [...LIBS, ...DOCUMENTS, 'workflows', 'activities', 'infra'],
    without: ['@nestjs/.*', '@temporalio/testing'],
    node: true,
  },
  {
    name: 'web',
    files: '^apps/web/',
    rooms: ['contracts/http', 'domain'],
    without: [...FRAMEWORKS, 'pino', 'nodemailer', 'fastify', '@fastify/.*'],
    node: false,
  },
  {
    name: 'cli',
    files: '^apps/cli/',
    rooms: ['domain', 'contracts/http', 'config', 'i18n', ...DOCUMENTS, 'infra'],
    without: FRAMEWORKS,
    node: true,
  },
  {
    name: 'infra',
    files: '^infra/',
    rooms: ['domain', 'config', 'i18n'],
    without: ['@nestjs/.*', 'typeorm', '@temporalio/worker', '@temporalio/workflow', '@temporalio/activity'],
    node: true,
  },
];

/** Files that prove rather than serve. */
const SPECS = '\\.spec\\.tsx?$';
/** Anything of ours that an import could lead to. */
const HOUSE = '^(?:libs|apps|workflows|activities|infra|test)/';

module.exports = { rooms, SPECS, HOUSE };
