const { TestEnvironment } = require('jest-environment-node');

/** What a test may leave behind that would outlive it: a server, a connection, a process. */
const KEPT_ALIVE = ['TCPServerWrap', 'TCPSocketWrap', 'ProcessWrap'];
const GRACE_MS = 5_000;

function alive() {
  const counts = new Map(KEPT_ALIVE.map((kind) => [kind, 0]));
  for (const kind of process.getActiveResourcesInfo()) if (counts.has(kind)) counts.set(kind, counts.get(kind) + 1);
  return counts;
}

/** Fails the file whose tests leave a server, a connection or a process open, and says which. */
class WatchfulEnvironment extends TestEnvironment {
  #before = alive();

  async handleTestEvent(event, state) {
    if (event.name !== 'run_finish') return;
    const until = performance.now() + GRACE_MS;
    for (;;) {
      const now = alive();
      const left = KEPT_ALIVE.filter((kind) => now.get(kind) > this.#before.get(kind));
      if (left.length === 0) return;
      if (performance.now() > until) {
        state.unhandledErrors.push(new Error(`left open after the tests: ${left.join(', ')}`));
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

module.exports = WatchfulEnvironment;
