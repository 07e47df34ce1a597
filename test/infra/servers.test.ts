import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';
import { createTestDatabase, startTestPostgres, startTestTemporal } from '../support/servers/index.js';

const run = promisify(execFile);

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the test databases', () => {
  it('are migrated, separate, and gone when dropped', async () => {
    const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const tables = await query(
      one.url,
      `select 1 from information_schema.tables where table_name = 'schema_migration'`,
    );
    expect(tables).toHaveLength(1);
    await query(one.url, 'create table only_here (n int)');
    await expect(query(two.url, 'select * from only_here')).rejects.toMatchObject({ code: '42P01' });
    await one.drop();
    await two.drop();
    await expect(query(one.url, 'select 1')).rejects.toMatchObject({ code: '3D000' });
  });

  it('keep what was committed when PostgreSQL is killed', async () => {
    const server = await startTestPostgres();
    try {
      const database = await server.createDatabase();
      await query(database.url, 'create table kept (n int)');
      await query(database.url, 'insert into kept values (7)');
      await server.kill();
      await server.restart();
      expect(await query(database.url, 'select n from kept')).toEqual([{ n: 7 }]);
    } finally {
      await server.stop();
    }
  });
});

describe('the test Temporal server', () => {
  it('answers its own command line, and after a kill -9 still knows its workflows', async () => {
    const server = await startTestTemporal({ persistent: true });
    const temporal = async (...args: string[]): Promise<string> =>
      (await run(server.cli, [...args, '--address', server.address, '--namespace', server.namespace, '-o', 'json']))
        .stdout;
    try {
      await temporal('workflow', 'start', '--workflow-id', 'kept', '--type', 'none', '--task-queue', 'nobody');
      await server.kill();
      await server.restart();
      expect(await temporal('workflow', 'describe', '--workflow-id', 'kept')).toContain(
        'WORKFLOW_EXECUTION_STATUS_RUNNING',
      );
      await server.restart({ withoutData: true });
      await expect(temporal('workflow', 'describe', '--workflow-id', 'kept')).rejects.toThrow(/not found/i);
    } finally {
      await server.stop();
    }
  });
});
