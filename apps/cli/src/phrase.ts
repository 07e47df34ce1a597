import { readFile, stat } from 'node:fs/promises';
import { DomainError, readPhraseInFull, type PhraseReading } from '@don-doc/domain';
import { describeError, phraseLine, phraseMessages, phraseText } from '@don-doc/i18n';
import { civilDate } from './civil-date.js';
import { failureText } from './plan-file.js';

export interface PhraseOptions {
  /** S, 'YYYY-MM-DD': opens what states no beginning, and gives its year to what prints none. */
  readonly issued?: string;
  /** 'name=YYYY-MM-DD', confirmed. */
  readonly event?: readonly string[];
  readonly json?: boolean;
}

const MAX_MEGABYTES = 20;

/** `don-doc phrase "…"`: one phrase of time as the product reads it. Returns the exit code. */
export function phraseCommand(phrase: string, options: PhraseOptions): number {
  try {
    const reading = reader(options)(phrase);
    process.stdout.write(`${options.json ? JSON.stringify(reading, null, 2) : phraseText(reading)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return refuse(describeError(error.code, error.data).detail);
  }
}

/** `don-doc phrases FILE.tsv`: the first column of each line after the header, one reading a line, in the file's order. */
export async function phrasesCommand(file: string, options: PhraseOptions): Promise<number> {
  try {
    const read = reader(options);
    if ((await stat(file)).size > MAX_MEGABYTES * 1024 * 1024)
      return refuse(phraseMessages.tooLarge(file, MAX_MEGABYTES));
    const text = decoded(await readFile(file));
    if (text === null) return refuse(phraseMessages.notText(file));
    const phrases = firstColumn(text);
    if (phrases.length === 0) return refuse(phraseMessages.fileEmpty(file));
    const lines = phrases.map(read).map((reading) => (options.json ? JSON.stringify(reading) : phraseLine(reading)));
    process.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  } catch (error) {
    if (error instanceof DomainError) return refuse(describeError(error.code, error.data).detail);
    return refuse(failureText(file, error));
  }
}

function reader(options: PhraseOptions): (phrase: string) => PhraseReading {
  const issuedOn = options.issued === undefined ? {} : { issuedOn: civilDate(options.issued, '--issued') };
  const events = Object.fromEntries(
    (options.event ?? []).map((told) => {
      const [name = '', on = ''] = told.split('=');
      return [name, civilDate(on, '--event')];
    }),
  );
  return (phrase) => readPhraseInFull(phrase, { ...issuedOn, events });
}

/** UTF-8, or null where the bytes are not. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function firstColumn(text: string): string[] {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  if (lines.at(-1) === '') lines.pop();
  return lines.slice(1).map((line) => line.split('\t')[0] ?? '');
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}
