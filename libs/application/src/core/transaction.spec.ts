import type { DataSource, EntityManager } from 'typeorm';
import { constraintOf, inTransaction, sqlStateOf } from './transaction.js';

/** A database whose transactions fail with the given codes, one after another, and then succeed. */
function failing(...codes: string[]) {
  let begun = 0;
  const db = {
    transaction: async (work: (em: EntityManager) => Promise<unknown>) => {
      const code = codes[begun];
      begun += 1;
      if (code !== undefined) throw Object.assign(new Error('refused'), { driverError: { code } });
      return work({} as EntityManager);
    },
  } as unknown as DataSource;
  return { ctx: { db }, begun: () => begun };
}

const done = (): Promise<string> => Promise.resolve('done');

describe('a transaction', () => {
  it('is tried again after a serialization failure and a deadlock', async () => {
    const { ctx, begun } = failing('40001', '40P01', '40001');
    await expect(inTransaction(ctx, done)).resolves.toBe('done');
    expect(begun()).toBe(4);
  });

  it('is given up after the third retry', async () => {
    const { ctx, begun } = failing('40P01', '40P01', '40P01', '40P01');
    await expect(inTransaction(ctx, done)).rejects.toThrow('refused');
    expect(begun()).toBe(4);
  });

  it('is not tried again for anything else', async () => {
    const { ctx, begun } = failing('23505');
    await expect(inTransaction(ctx, done)).rejects.toThrow('refused');
    expect(begun()).toBe(1);
  });

  it("reads PostgreSQL's code and constraint through TypeORM's wrapping", () => {
    const error = Object.assign(new Error('x'), { driverError: { code: '23505', constraint: 'uq_plan_event_launch' } });
    expect([sqlStateOf(error), constraintOf(error)]).toEqual(['23505', 'uq_plan_event_launch']);
    expect([sqlStateOf(new Error('x')), constraintOf(null)]).toEqual([null, null]);
  });
});
