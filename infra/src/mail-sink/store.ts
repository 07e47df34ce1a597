import { randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';

export interface MailSummary {
  readonly id: string;
  /** When the sink took it, as an ISO string of the machine's clock. */
  readonly receivedAt: string;
  readonly from: string;
  /** Whom the envelope named, each once. */
  readonly to: readonly string[];
  readonly subject: string;
  /** The mail's own Date header: in a rehearsal, the rehearsal's time. */
  readonly date: string | null;
  readonly messageId: string | null;
  /** The header X-Don-Doc-Rehearsal: which rehearsal sent it, or null for the real thing. */
  readonly rehearsal: string | null;
  readonly bytes: number;
}

export interface MailDetail extends MailSummary {
  readonly text: string;
  readonly html: string | null;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: number }[];
}

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

/** Mails as .eml files that any mail program opens, each with a small summary beside it so that the list needs no parsing. */
export class MailStore {
  private readonly index = new Map<string, MailSummary>();
  private constructor(private readonly dir: string) {}

  static async open(dir: string): Promise<MailStore> {
    await mkdir(dir, { recursive: true });
    const store = new MailStore(dir);
    const names = (await readdir(dir)).filter((name) => name.endsWith('.json')).sort();
    for (const name of names) {
      const text = await readFile(join(dir, name), 'utf8').catch(() => '');
      // A summary cut short by a kill -9 is a mail that was never acknowledged: its sender sends it again.
      const summary = safely(() => JSON.parse(text) as MailSummary);
      if (summary) store.index.set(summary.id, summary);
    }
    return store;
  }

  async add(raw: Buffer, envelope: Envelope, receivedAt: Date): Promise<MailSummary> {
    const id = `${receivedAt.toISOString().replace(/\D/g, '')}-${randomBytes(3).toString('hex')}`;
    const parsed = await simpleParser(raw, { skipImageLinks: true });
    const rehearsal = parsed.headerLines.find((line) => line.key === 'x-don-doc-rehearsal');
    const summary: MailSummary = {
      id,
      receivedAt: receivedAt.toISOString(),
      from: parsed.from?.text ?? envelope.from,
      to: [...new Set(envelope.to)],
      subject: parsed.subject ?? '',
      date: parsed.date?.toISOString() ?? null,
      messageId: parsed.messageId ?? null,
      rehearsal: rehearsal ? headerValue(rehearsal.line) : null,
      bytes: raw.length,
    };
    await writeFile(join(this.dir, `${id}.eml`), raw);
    await writeFile(join(this.dir, `${id}.json.new`), JSON.stringify(summary));
    await rename(join(this.dir, `${id}.json.new`), join(this.dir, `${id}.json`));
    this.index.set(id, summary);
    return summary;
  }

  /** Newest first. */
  list(): MailSummary[] {
    return [...this.index.values()].reverse();
  }

  async raw(id: string): Promise<Buffer | undefined> {
    return this.index.has(id) ? readFile(join(this.dir, `${id}.eml`)) : undefined;
  }

  async detail(id: string): Promise<MailDetail | undefined> {
    const summary = this.index.get(id);
    const raw = await this.raw(id);
    if (!summary || !raw) return undefined;
    const parsed = await simpleParser(raw, { skipImageLinks: true });
    return {
      ...summary,
      text: parsed.text ?? '',
      html: typeof parsed.html === 'string' ? parsed.html : null,
      headers: parsed.headerLines.map(({ line }) => [line.slice(0, line.indexOf(':')), headerValue(line)] as const),
      attachments: parsed.attachments.map(({ filename, contentType, size }) => ({
        name: filename ?? 'không tên',
        type: contentType,
        bytes: size,
      })),
    };
  }

  async clear(): Promise<void> {
    for (const id of this.index.keys()) {
      await rm(join(this.dir, `${id}.eml`), { force: true });
      await rm(join(this.dir, `${id}.json`), { force: true });
    }
    this.index.clear();
  }
}

function headerValue(line: string): string {
  return line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n\s+/g, ' ')
    .trim();
}

function safely<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
