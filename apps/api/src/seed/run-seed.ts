import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  SYSTEM_ACTOR,
  accountExists,
  createAccount,
  currentCalendar,
  importPlan,
  inTransaction,
  saveDirectory,
  type MailSettings,
  type PasswordHasher,
  type QueryContext,
  type SavedDirectory,
} from '@don-doc/application';
import { readPlan, soTuPhapLexicon } from '@don-doc/plan-document';
import { randomPassword } from '../auth/random-password.js';
import { demoAccounts, officeAccount, ownAccounts, type AccountSeed } from './accounts.js';
import { demoDirectory, ownDirectory } from './directories.js';
import { playRehearsal } from './rehearsal.js';

export interface MadeAccount {
  readonly username: string;
  readonly about: string;
  readonly password: string;
}

export interface SeedOptions {
  readonly demo: boolean;
  /** With the demo: the rehearsal that is already under way. */
  readonly rehearsal?: boolean;
  readonly mail: MailSettings;
  /** Called as soon as accounts exist: what comes later may fail, and passwords are told only once. */
  readonly onAccounts: (made: readonly MadeAccount[]) => void;
  readonly onProgress: (message: string) => void;
}

const PLAN_FILE = 'ke-hoach-chi-thi-02.docx';

/** Brings what a first start needs, and only what is missing. Safe to run again. */
export async function runSeed(ctx: QueryContext, hasher: PasswordHasher, options: SeedOptions): Promise<void> {
  await inTransaction(ctx, currentCalendar);
  const own = await saveDirectory(ctx, ownDirectory);
  const demo = options.demo ? await saveDirectory(ctx, demoDirectory) : null;
  const made = await makeAccounts(ctx, hasher, own, demo);
  if (made.length > 0) options.onAccounts(made);
  if (demo === null) return;

  const draftId = await realPlan(ctx, options);
  if (options.rehearsal === false || (await rehearsalRuns(ctx))) return;
  options.onProgress('Dựng buổi diễn tập từ 05/5/2025 đến 07:55 ngày 26/5/2025.');
  await playRehearsal(ctx, { draftId, directory: demo, mail: options.mail });
  await ctx.db.query(`INSERT INTO audit (action, subject) VALUES ('seed-rehearsal', $1)`, [draftId]);
}

async function makeAccounts(
  ctx: QueryContext,
  hasher: PasswordHasher,
  own: SavedDirectory,
  demo: SavedDirectory | null,
): Promise<MadeAccount[]> {
  const wanted: readonly AccountSeed[] = [...ownAccounts, ...(demo === null ? [officeAccount] : demoAccounts)];
  const made: MadeAccount[] = [];
  for (const { username, about, roles, person, mustChangePassword } of wanted) {
    if (await accountExists(ctx, username)) continue;
    const password = randomPassword();
    const speaksFor = person === null ? null : { directoryId: (demo ?? own).id, name: person };
    const fresh = await createAccount(ctx, hasher, {
      username,
      password,
      roles,
      person: speaksFor,
      mustChangePassword,
    });
    if (fresh) made.push({ username, about, password });
  }
  return made;
}

/** The plan as it was issued, as a draft with its findings. One that is there, launched or not, is left alone. */
async function realPlan(ctx: QueryContext, { onProgress }: SeedOptions): Promise<string> {
  const bytes = await readFile(fileURLToPath(new URL(`../../assets/${PLAN_FILE}`, import.meta.url)));
  const { draft, findings } = await readPlan(bytes, PLAN_FILE, soTuPhapLexicon);
  const [known] = await ctx.db.query<{ id: string }[]>(
    'SELECT id FROM plan WHERE source_sha256 = $1 AND NOT is_rehearsal ORDER BY created_at LIMIT 1',
    [draft.source.sha256],
  );
  if (known !== undefined) return known.id;
  onProgress('Nhập kế hoạch thực hiện Chỉ thị số 02/CT-UBND làm dự thảo.');
  return (await importPlan(ctx, SYSTEM_ACTOR, { draft, findings, bytes })).planId;
}

async function rehearsalRuns(ctx: QueryContext): Promise<boolean> {
  const done = await ctx.db.query<unknown[]>(`SELECT 1 FROM audit WHERE action = 'seed-rehearsal' LIMIT 1`);
  return done.length > 0;
}
