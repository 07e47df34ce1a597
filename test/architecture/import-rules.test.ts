import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise, ROOT, withHouse, type Violation } from './cruise.js';

const load = createRequire(join(ROOT, 'package.json'));
const { forbidden } = load('./.dependency-cruiser.cjs') as { forbidden: { name: string }[] };

/** The doors, so that what is imported by name is there. */
const DOORS = Object.fromEntries(
  [
    ...['domain', 'config', 'i18n', 'persistence', 'application', 'plan-document', 'official-document'].map(
      (lib) => `libs/${lib}`,
    ),
    ...['apps/api', 'apps/worker', 'apps/cli', 'workflows', 'activities', 'infra'],
  ].map((room) => [`${room}/src/index.ts`, 'export const door = 1;\n']),
);
Object.assign(DOORS, {
  'libs/contracts/src/temporal/index.ts': 'export const door = 1;\n',
  'libs/contracts/src/http/index.ts': 'export const door = 1;\n',
});

/** One breach a rule: [rule, file, its text]. Half of them are type imports, which count as much. */
const BREACHES: [rule: string, file: string, text: string][] = [
  [
    'domain: rooms',
    'libs/domain/src/a.ts',
    "import type { door } from '@don-doc/config'; export type A = typeof door;",
  ],
  ['domain: packages', 'libs/domain/src/b.ts', "import { DataSource } from 'typeorm'; export const b = DataSource;"],
  ['domain: node', 'libs/domain/src/c.ts', "import { randomUUID } from 'node:crypto'; export const c = randomUUID;"],
  [
    'contracts/temporal: rooms',
    'libs/contracts/src/temporal/a.ts',
    "import type { door } from '../http/index.js'; export type A = typeof door;",
  ],
  ['contracts/temporal: packages', 'libs/contracts/src/temporal/b.ts', "import { z } from 'zod'; export const b = z;"],
  ['contracts/temporal: node', 'libs/contracts/src/temporal/c.ts', "import fs from 'fs'; export const c = fs;"],
  [
    'contracts/http: rooms',
    'libs/contracts/src/http/a.ts',
    "import type { door } from '@don-doc/contracts/temporal'; export type A = typeof door;",
  ],
  [
    'contracts/http: packages',
    'libs/contracts/src/http/b.ts',
    "import type { Duration } from '@temporalio/common'; export type B = Duration;",
  ],
  ['contracts/http: node', 'libs/contracts/src/http/c.ts', "import path from 'node:path'; export const c = path;"],
  ['workflows: rooms', 'workflows/src/a.ts', "import { door } from '@don-doc/application'; export const a = door;"],
  [
    'workflows: packages',
    'workflows/src/b.ts',
    "import type { Client } from '@temporalio/client'; export type B = Client;",
  ],
  [
    'workflows: node',
    'workflows/src/c.ts',
    "import { setTimeout } from 'node:timers/promises'; export const c = setTimeout;",
  ],
  [
    'persistence: rooms',
    'libs/persistence/src/a.ts',
    "import { door } from '@don-doc/application'; export const a = door;",
  ],
  ['persistence: packages', 'libs/persistence/src/b.ts', "import { z } from 'zod'; export const b = z;"],
  [
    'application: rooms',
    'libs/application/src/a.ts',
    "import type { door } from '@don-doc/i18n'; export type A = typeof door;",
  ],
  [
    'application: packages',
    'libs/application/src/b.ts',
    "import type { INestApplication } from '@nestjs/common'; export type B = INestApplication;",
  ],
  ['activities: rooms', 'activities/src/a.ts', "import { door } from '@don-doc/persistence'; export const a = door;"],
  [
    'activities: packages',
    'activities/src/b.ts',
    "import { createTransport } from 'nodemailer'; export const b = createTransport;",
  ],
  ['config: rooms', 'libs/config/src/a.ts', "import { door } from '@don-doc/domain'; export const a = door;"],
  ['config: packages', 'libs/config/src/b.ts', "import pg from 'pg'; export const b = pg;"],
  ['i18n: rooms', 'libs/i18n/src/a.ts', "import { door } from '@don-doc/config'; export const a = door;"],
  ['i18n: packages', 'libs/i18n/src/b.ts', "import { z } from 'zod'; export const b = z;"],
  ['i18n: node', 'libs/i18n/src/c.ts', "import fs from 'node:fs'; export const c = fs;"],
  [
    'plan-document: rooms',
    'libs/plan-document/src/a.ts',
    "import { door } from '@don-doc/application'; export const a = door;",
  ],
  [
    'plan-document: packages',
    'libs/plan-document/src/b.ts',
    "import { DataSource } from 'typeorm'; export const b = DataSource;",
  ],
  [
    'official-document: rooms',
    'libs/official-document/src/a.ts',
    "import { door } from '@don-doc/i18n'; export const a = door;",
  ],
  ['official-document: packages', 'libs/official-document/src/b.ts', "import pg from 'pg'; export const b = pg;"],
  // Wiring may take the repositories; a controller may not.
  [
    'api: rooms',
    'apps/api/src/plans/plans.controller.ts',
    "import { door } from '@don-doc/persistence'; export const a = door;",
  ],
  ['api: packages', 'apps/api/src/b.ts', "import { Worker } from '@temporalio/worker'; export const b = Worker;"],
  [
    'api-wiring: rooms',
    'apps/api/src/app.module.ts',
    "import { door } from '@don-doc/workflows'; export const a = door;",
  ],
  [
    'api-wiring: packages',
    'apps/api/src/main.ts',
    "import { sleep } from '@temporalio/workflow'; export const b = sleep;",
  ],
  ['worker: rooms', 'apps/worker/src/a.ts', "import { door } from '@don-doc/api'; export const a = door;"],
  ['worker: packages', 'apps/worker/src/b.ts', "import { Module } from '@nestjs/common'; export const b = Module;"],
  [
    'web: rooms',
    'apps/web/src/a.tsx',
    "import type { door } from '@don-doc/application'; export type A = typeof door;",
  ],
  ['web: packages', 'apps/web/src/b.ts', "import type { DataSource } from 'typeorm'; export type B = DataSource;"],
  ['web: node', 'apps/web/src/c.ts', "import fs from 'node:fs'; export const c = fs;"],
  ['cli: rooms', 'apps/cli/src/a.ts', "import { door } from '@don-doc/persistence'; export const a = door;"],
  ['cli: packages', 'apps/cli/src/b.ts', "import pg from 'pg'; export const b = pg;"],
  ['infra: rooms', 'infra/src/a.ts', "import { door } from '@don-doc/worker'; export const a = door;"],
  ['infra: packages', 'infra/src/b.ts', "import { DataSource } from 'typeorm'; export const b = DataSource;"],
  ['by-name', 'libs/application/src/c.ts', "import { door } from '../../domain/src/index.js'; export const c = door;"],
  ['no-circular', 'libs/application/src/d.ts', "import { e } from './e.js'; export const d = () => e;"],
  ['no-orphans', 'libs/application/src/f.ts', 'export const f = 1;'],
  ['no-unresolvable', 'libs/application/src/g.ts', "import { nowhere } from './nowhere.js'; export const g = nowhere;"],
];

/** What the rules must let pass, beside those doors. */
const RIGHT: Record<string, string> = {
  'libs/application/src/e.ts': "import { d } from './d.js'; export const e = () => d;",
  'libs/application/src/types-one.ts': "import type { Two } from './types-two.js'; export interface One { two: Two }",
  'libs/application/src/types-two.ts': "import type { One } from './types-one.js'; export interface Two { one: One }",
  'libs/domain/src/dates.ts': "import { Temporal } from 'temporal-polyfill'; export const day = Temporal.PlainDate;",
  'libs/domain/src/dates.spec.ts':
    "import fc from 'fast-check'; import fs from 'node:fs'; import { day } from './dates.js'; fc; fs; day;",
  'libs/persistence/src/entities/plan.ts':
    "import { Task } from './task.js'; export class Plan { tasks = () => Task; }",
  'libs/persistence/src/entities/task.ts': "import { Plan } from './plan.js'; export class Task { plan = () => Plan; }",
  'workflows/src/task.ts':
    "import { sleep } from '@temporalio/workflow'; import { door } from '@don-doc/contracts/temporal'; export const t = [sleep, door];",
  'apps/api/src/data.module.ts': "import { door } from '@don-doc/persistence'; export const m = door;",
  'apps/worker/src/wire.ts':
    "import { door } from '@don-doc/activities'; import { door as w } from '@don-doc/workflows'; export const m = [door, w];",
  'test/e2e/any.test.ts': "import { door } from '@don-doc/api'; import { door as w } from '@don-doc/worker'; door; w;",
};

describe('the import table', () => {
  let found: Violation[];

  beforeAll(() => {
    const files = { ...DOORS, ...RIGHT, ...Object.fromEntries(BREACHES.map(([, file, text]) => [file, text])) };
    found = withHouse(files, cruise);
  }, 60_000);

  test('has a breach for every rule', () => {
    expect(new Set(BREACHES.map(([rule]) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)));
  });

  test.each(BREACHES)('"%s" is broken by %s, and by nothing else there', (rule, file) => {
    expect(found.filter(({ from }) => from === file).map((one) => one.rule)).toEqual([rule]);
  });

  test('lets the right imports pass', () => {
    const breaches = new Set(BREACHES.map(([, file]) => file));
    const loop = 'libs/application/src/e.ts';
    expect(found.filter(({ from }) => !breaches.has(from) && from !== loop)).toEqual([]);
  });

  test('is kept by the house itself', () => {
    expect(cruise(ROOT)).toEqual([]);
  }, 120_000);
});
