import { ConfigError, loadConfig } from '@don-doc/config';
import { fileURLToPath } from 'node:url';
import { createApp } from './create-app.js';

const webDir = fileURLToPath(new URL('../../web/dist', import.meta.url));

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const app = await createApp({ config, webDir });
  app.enableShutdownHooks(['SIGINT', 'SIGTERM']);
  await app.listen(config.api.port, config.api.host);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
});
