import { writeWorkflowBundle } from './workflow-bundle.js';

// Part of the build: a worker that had to bundle first would start seconds later.
process.stdout.write(`${await writeWorkflowBundle()}\n`);
