import type { PlanHead, Quoted } from '@don-doc/domain';
import { foldMarks, foldSpaces, readPhrase } from '@don-doc/domain';
import type { SourceParagraph } from './source.js';

/** Kinds of administrative document that may carry tasks (Nghị định 30/2020, Điều 7), as they print above the title. */
const KINDS = new Set([
  'KẾ HOẠCH',
  'CHƯƠNG TRÌNH',
  'QUYẾT ĐỊNH',
  'CHỈ THỊ',
  'PHƯƠNG ÁN',
  'ĐỀ ÁN',
  'DỰ ÁN',
  'THÔNG BÁO',
  'HƯỚNG DẪN',
]);
const MOTTO = /^(?:CỘNG (?:HÒA|HOÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐỘC LẬP)/u;
const CODE = /^Số\s*:?\s*(?<code>\S*\s*\/.*)$/iu;
const DATE = /^(?<place>[^,;:]{2,60}),\s*(?<date>ngày[\s\d.…_]*tháng[\s\d.…_]*năm\s*(?<year>\d{4}))\.?$/iu;
const TITLE_OF_OFFICE = /GIÁM ĐỐC|CHỦ TỊCH|BỘ TRƯỞNG|CỤC TRƯỞNG|CHÁNH |TRƯỞNG |THỦ TRƯỞNG|^(?:KT|TM|TL|TUQ|Q)\./u;

export const quote = (paragraph: SourceParagraph, text = paragraph.text): Quoted => ({
  text,
  places: [paragraph.place],
});

const join = (quoted: readonly Quoted[]): Quoted | null =>
  quoted.length === 0 ? null : { text: quoted.map((q) => q.text).join(' '), places: quoted.flatMap((q) => q.places) };

const isUpper = (text: string) => /\p{L}/u.test(text) && text === text.toUpperCase();
const LIST_MARKS = /^[-–•+*]\s*|\s*[;.]+$/gu;

/** True where a line goes on from the one before: cut by a page break or by a line break within a sentence. */
export const continues = (before: string, line: string): boolean =>
  /^\p{Ll}/u.test(line) && !/[.;:!?…/)]$/u.test(before.trim());

/** What of the document's front and foot was understood, and which paragraphs it took. */
export interface HeadReading {
  readonly head: PlanHead;
  readonly taken: ReadonlySet<SourceParagraph>;
  /** The paragraphs between the title and "Nơi nhận". */
  readonly body: readonly SourceParagraph[];
}

/** "Sở Tư pháp" of the appendix's "(Kèm theo Kế hoạch số … của Sở Tư pháp)", else of "Sở Tư pháp ban hành Kế hoạch". */
function issuerInText(
  front: readonly SourceParagraph[],
  appendixTitle: readonly SourceParagraph[],
  kind: string,
): Quoted | null {
  for (const paragraph of appendixTitle) {
    const name = /^\(?\s*(?:Ban hành )?kèm theo .*năm[\s\d.…_]*của (?<name>[^()]+)\)?$/iu.exec(paragraph.text)
      ?.groups?.['name'];
    if (name) return quote(paragraph, name.trim());
  }
  const issues = new RegExp(`(?:^|[.;]\\s+)(?<name>\\p{Lu}[^.;,]{2,80}?) ban hành ${kind}`, 'iu');
  for (const paragraph of front) {
    const name = issues.exec(paragraph.text)?.groups?.['name'];
    if (name) return quote(paragraph, name.trim());
  }
  return null;
}

function dateOf(text: string): string | null {
  const { spec } = readPhrase(`Trước ${text.replace(/[.…_]/gu, ' ')}`);
  return spec.kind === 'before-date' ? spec.date : null;
}

function readFoot(foot: readonly SourceParagraph[], taken: Set<SourceParagraph>) {
  const start = foot.findIndex((paragraph) => /^Nơi nhận\s*:?/iu.test(paragraph.text));
  const recipients: Quoted[] = [];
  const office: Quoted[] = [];
  let signer: Quoted | null = null;
  for (const [i, paragraph] of foot.entries()) {
    const { text } = paragraph;
    const bulleted = /^[-–•+*]/u.test(text);
    if (i === start) taken.add(paragraph);
    else if (signer === null && isUpper(text) && (TITLE_OF_OFFICE.test(text) || office.length > 0)) {
      office.push(quote(paragraph));
      taken.add(paragraph);
    } else if (start >= 0 && i > start && (bulleted || (office.length === 0 && /[;.]$/u.test(text)))) {
      recipients.push(quote(paragraph, text.replace(LIST_MARKS, '')));
      taken.add(paragraph);
    } else if (office.length > 0 && signer === null && /^(?:\p{Lu}\S*\s+){1,5}\p{Lu}\S*$/u.test(text)) {
      signer = quote(paragraph);
      taken.add(paragraph);
    }
  }
  return { recipients, signerTitle: join(office), signer };
}

/** Reads number, place, date, kind, title, recipients and signature from the lines before the appendix. */
export function readHead(main: readonly SourceParagraph[], appendixTitle: readonly SourceParagraph[]): HeadReading {
  const taken = new Set<SourceParagraph>();
  const kindAt = main.findIndex((paragraph) => KINDS.has(foldSpaces(paragraph.text)));
  const front = main.slice(0, kindAt < 0 ? Math.min(main.length, 12) : kindAt);
  const take = (paragraph: SourceParagraph | undefined) => {
    if (paragraph) taken.add(paragraph);
    return paragraph;
  };

  const codeLine = take(front.find((paragraph) => CODE.test(paragraph.text)));
  const code = codeLine ? (CODE.exec(codeLine.text)?.groups?.['code'] ?? '').trim() : null;
  const dateLine = take(front.find((paragraph) => DATE.test(paragraph.text)));
  const dated = dateLine ? DATE.exec(dateLine.text)?.groups : undefined;
  const heading = front.filter(
    (p) => isUpper(p.text) && !MOTTO.test(p.text) && p !== codeLine && !/^\W*$/u.test(p.text),
  );
  const printedIssuer = take(heading[heading.length - 1]);

  const kindLine = kindAt < 0 ? undefined : take(main[kindAt]);
  const title: Quoted[] = [];
  let bodyStart = kindAt < 0 ? front.length : kindAt + 1;
  for (let last = ''; kindLine && bodyStart < main.length; bodyStart += 1) {
    const line = main[bodyStart];
    if (line === undefined || (title.length > 0 && !continues(last, line.text))) break;
    title.push(quote(line));
    taken.add(line);
    last = line.text;
  }

  const footAt = main.findIndex(
    (p, i) =>
      i >= bodyStart &&
      (/^Nơi nhận/iu.test(p.text) || (isUpper(p.text) && TITLE_OF_OFFICE.test(p.text) && !/^[IVXLC]+\./u.test(p.text))),
  );
  const bodyEnd = footAt < 0 ? main.length : footAt;
  const body = main.slice(bodyStart, bodyEnd);
  const kind = kindLine ? quote(kindLine) : null;
  const issuer = printedIssuer ? quote(printedIssuer) : issuerInText(body, appendixTitle, kind?.text ?? 'Kế hoạch');
  const head: PlanHead = {
    issuer,
    code: codeLine && code !== null ? quote(codeLine, code) : null,
    number: /^(\d+)\s*\//u.exec(code ?? '')?.[1] ?? null,
    placeOfIssue: dated?.['place']?.trim() ?? null,
    dateText: dateLine && dated ? quote(dateLine, foldSpaces(dated['date'] ?? '')) : null,
    date: dated ? dateOf(dated['date'] ?? '') : null,
    year: dated ? Number(dated['year']) : null,
    kind,
    title: join(title),
    ...readFoot(main.slice(bodyEnd), taken),
  };
  return { head, taken, body };
}

/** The lines just above the appendix table, from the last "Phụ lục" on. */
export function splitAppendixTitle(lines: readonly SourceParagraph[]): number {
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    if (/^phu luc(?:\s+[ivxlc\d]+)?\.?$/u.test(foldMarks(lines[i]?.text ?? ''))) return i;
  }
  const note = lines.findIndex(
    (line, i) => i >= lines.length - 3 && /^\((?:ban hanh )?kem theo/u.test(foldMarks(line.text)),
  );
  return note < 0 ? lines.length : Math.max(note - 1, 0);
}
