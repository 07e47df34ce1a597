// A worker of the bare workflow, in a process of its own as the product's is. Told by its environment where to connect.
import { join } from 'node:path';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

Runtime.install({ logger: new DefaultLogger('ERROR') });
const connection = await NativeConnection.connect({ address: process.env['BARE_ADDRESS'] });
try {
  const worker = await Worker.create({
    connection,
    namespace: process.env['BARE_NAMESPACE'],
    taskQueue: process.env['BARE_TASK_QUEUE'] ?? '',
    workflowsPath: join(import.meta.dirname, 'bare.workflow.ts'),
    // As the product's worker has them.
    stickyQueueScheduleToStartTimeout: '1 second',
    maxCachedWorkflows: 300,
  });
  process.send?.('ready');
  await worker.run();
} finally {
  await connection.close();
}
