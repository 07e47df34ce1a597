import { hash, verify } from '@node-rs/argon2';
import type { PasswordHasher } from '@don-doc/application';

/** OWASP's recommendation for argon2id, the package's default kind: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const argon2Hasher: PasswordHasher = {
  hash: (password) => hash(password, OPTIONS),
  verify: (stored, password) => verify(stored, password),
};
