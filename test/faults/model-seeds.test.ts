import { runWorld, violations } from '../support/model/world.js';

/** `SEED=1234 npx jest test/faults/model-seeds` runs one seed again and prints its trace. */
const ONE = process.env['SEED'];
const SEEDS = 10_000;

describe('the pure model under seeded random faults', () => {
  it(`keeps every invariant over ${SEEDS} seeds of crashes, repeats, delays and reorderings`, () => {
    const seeds = ONE === undefined ? Array.from({ length: SEEDS }, (_, i) => i + 1) : [Number(ONE)];
    for (const seed of seeds) {
      const result = runWorld({ seed, uniqueKey: true });
      const wrong = violations(result);
      if (wrong.length > 0)
        throw new Error(
          `seed ${seed} (SEED=${seed} npx jest test/faults/model-seeds):\n${wrong.slice(0, 12).join('\n')}\n${result.trace.join('\n')}`,
        );
    }
  }, 600_000);

  it('gives the same trace and ledger for the same seed', () => {
    for (let seed = 1; seed <= 50; seed += 1)
      expect(JSON.stringify(runWorld({ seed, uniqueKey: true }))).toBe(
        JSON.stringify(runWorld({ seed, uniqueKey: true })),
      );
  });

  it('keeps the task as plain JSON, as the database and Temporal carry it', () => {
    const { state } = runWorld({ seed: 7, uniqueKey: true });
    expect(JSON.stringify(JSON.parse(state))).toBe(state);
  });

  it('fails without the unique key: an alarm is then recorded twice', () => {
    const broken = Array.from({ length: 200 }, (_, i) =>
      violations(runWorld({ seed: i + 1, uniqueKey: false })),
    ).filter((w) => w.some((line) => line.startsWith('recorded 2 times')));
    expect(broken.length).toBeGreaterThan(0);
  });
});
