import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type Logger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

/** Beside the compiled worker, from the source folder as well. */
export const BUNDLE_PATH = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'bundled-workflows.js');

const WORKFLOWS = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'workflows', 'dist', 'index.js');

/** The workflows as they run in production: from their build, with what they import. */
export function bundleWorkflows(logger?: Logger): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({ workflowsPath: WORKFLOWS, ...(logger ? { logger } : {}) });
}

/** Writes the bundle in one step, so that a worker that starts meanwhile reads the old one or the new one. */
export async function writeWorkflowBundle(path = BUNDLE_PATH): Promise<string> {
  const { code } = await bundleWorkflows();
  await mkdir(dirname(path), { recursive: true });
  const half = `${path}.${process.pid}`;
  await writeFile(half, code);
  await rename(half, path);
  return path;
}

export function hasWorkflowBundle(path = BUNDLE_PATH): boolean {
  return existsSync(path);
}
