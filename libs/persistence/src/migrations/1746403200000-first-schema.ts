import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKeys, indexes } from './first-schema/links.js';
import { planTables } from './first-schema/plan-tables.js';
import { guards, notices } from './first-schema/triggers.js';
import { workTables } from './first-schema/work-tables.js';

/** The first schema. Generated from the entities, then kept by hand; a test proves that the two do not differ. */
export class FirstSchema1746403200000 implements MigrationInterface {
  readonly name = 'FirstSchema1746403200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...planTables, ...workTables, ...indexes, ...foreignKeys, ...guards, ...notices])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = [...planTables, ...workTables]
      .map((statement) => /^CREATE TABLE (\w+)/.exec(statement)?.[1])
      .join(', ');
    await runner.query(`DROP TABLE ${names} CASCADE`);
    await runner.query('DROP FUNCTION refuse_change(), tell_changes()');
  }
}
