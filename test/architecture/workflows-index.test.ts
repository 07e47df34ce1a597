import * as workflows from '@don-doc/workflows';

/** Whatever workflows/src/index.ts exports, the worker offers to the server as a workflow that anyone may start. */
test('the workflows room exports workflows and nothing else', () => {
  const others = Object.entries(workflows).filter(
    ([name, value]) => typeof value !== 'function' || !name.endsWith('Workflow'),
  );
  expect(others.map(([name]) => name)).toEqual([]);
});
