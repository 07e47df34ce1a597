import { createDataSource } from '@don-doc/persistence';
import { createTestDatabase } from '../support/servers/index.js';

describe('the schema', () => {
  it('made by migrations does not differ from the entities', async () => {
    const database = await createTestDatabase();
    const db = createDataSource({ url: database.url, poolSize: 2 });
    await db.initialize();
    try {
      const { upQueries } = await db.driver.createSchemaBuilder().log();
      expect(upQueries.map((query) => query.query)).toEqual([]);
    } finally {
      await db.destroy();
      await database.drop();
    }
  });

  it('refuses to rewrite a log', async () => {
    const database = await createTestDatabase();
    const db = createDataSource({ url: database.url, poolSize: 2 });
    await db.initialize();
    try {
      await db.query(`INSERT INTO audit (action, subject) VALUES ('thử', 'thử')`);
      await expect(db.query(`UPDATE audit SET action = 'khác'`)).rejects.toThrow(/append-only/);
    } finally {
      await db.destroy();
      await database.drop();
    }
  });
});
