/** A skipped or unfinished test is a failure: what cannot be tested must say so in words, not in silence. */
class NoSkipsReporter {
  onTestResult(_test, result) {
    const skipped = result.testResults.filter(
      (one) => one.status === 'pending' || one.status === 'todo' || one.status === 'disabled',
    );
    this.skipped = (this.skipped ?? []).concat(skipped.map((one) => `${result.testFilePath}: ${one.fullName}`));
  }

  onRunComplete() {
    for (const name of this.skipped ?? []) process.stderr.write(`skipped test, counted as a failure: ${name}\n`);
  }

  getLastError() {
    if (this.skipped?.length) return new Error(`${this.skipped.length} skipped tests`);
  }
}

module.exports = NoSkipsReporter;
