import { resetPassword } from '@don-doc/application';
import { ConfigError, loadConfig } from '@don-doc/config';
import { DomainError } from '@don-doc/domain';
import { describeError } from '@don-doc/i18n';
import { argon2Hasher } from './auth/hasher.js';
import { randomPassword } from './auth/random-password.js';
import { openContext } from './context.providers.js';

/** `node apps/api/dist/reset-password.js <username>`: a new first password, printed once; open sessions end. */
async function main(): Promise<void> {
  const username = process.argv[2];
  if (username === undefined) throw new UsageError('Cách dùng: node apps/api/dist/reset-password.js <tên đăng nhập>');
  const ctx = await openContext(loadConfig(process.env));
  try {
    const password = randomPassword();
    await resetPassword(ctx, argon2Hasher, { username, password });
    process.stdout.write(`Mật khẩu mới của ${username}: ${password}\nNgười dùng phải đổi mật khẩu khi đăng nhập.\n`);
  } finally {
    await ctx.db.destroy();
  }
}

class UsageError extends Error {}

function told(error: unknown): string {
  if (error instanceof DomainError) return describeError(error.code, error.data).detail;
  if (error instanceof ConfigError || error instanceof UsageError) return error.message;
  return String((error as Error).stack ?? error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${told(error)}\n`);
  process.exitCode = 1;
});
