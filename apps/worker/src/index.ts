export { createWorker, type WorkerLimits, type WorkerSettings } from './create-worker.js';
export { BUNDLE_PATH, bundleWorkflows, hasWorkflowBundle, writeWorkflowBundle } from './workflow-bundle.js';
