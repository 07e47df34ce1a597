import { ConfigError, loadConfig } from '@don-doc/config';
import { argon2Hasher } from './auth/hasher.js';
import { openContext } from './context.providers.js';
import { runSeed, type MadeAccount } from './seed/run-seed.js';

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const ctx = await openContext(config);
  try {
    await runSeed(ctx, argon2Hasher, {
      demo: config.seedDemo,
      mail: { from: config.mail.from, publicUrl: config.api.publicUrl },
      onAccounts: printOnce,
      onProgress: (message) => process.stdout.write(`${message}\n`),
    });
  } finally {
    await ctx.db.destroy();
  }
}

/** The only time that these are shown: they are kept nowhere but as hashes. */
function printOnce(made: readonly MadeAccount[]): void {
  const line = '─'.repeat(78);
  const rows = made.map(({ username, password, about }) => `  ${username.padEnd(12)} ${password}   ${about}`);
  process.stdout.write(
    [
      line,
      '  MẬT KHẨU LẦN ĐẦU, chỉ in một lần. Ghi lại trước khi đóng cửa sổ này.',
      '  Mất thì đặt lại bằng: node apps/api/dist/reset-password.js <tên đăng nhập>',
      line,
      ...rows,
      line,
      '',
    ].join('\n'),
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
});
