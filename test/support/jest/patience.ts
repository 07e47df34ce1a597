// Servers start and stop in tests and their hooks, on machines that are shared; a unit spec may read a whole plan.
jest.setTimeout(120_000);
