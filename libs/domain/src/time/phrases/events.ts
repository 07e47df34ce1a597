import { foldMarks } from '../../draft/fold.js';
import { REORGANIZATION_COMPLETED, type EventName } from '../reading.js';
import type { PhraseCursor } from './cursor.js';
import { isFragment } from './fragment.js';
import type { Anchor } from './meaning.js';

/**
 * How plans name an event: as a clause after "khi", as a noun after "ngày", as the process of "quá trình". Data: another
 * event is another entry. Patterns as in PhraseCursor.pattern; the words that a slot takes tell two events of one code
 * apart ("có hướng dẫn của Cục Văn thư", "có hướng dẫn của Sở Nội vụ").
 */
interface EventWording {
  readonly code: string;
  readonly label: string;
  /** The event's name where it is not made from its code: what plans already launched know it by. */
  readonly event?: EventName;
  readonly khi?: readonly string[];
  readonly ngày?: readonly string[];
  /** After "trước khi", beside `khi`. */
  readonly trước?: readonly string[];
  readonly process?: readonly string[];
}

const REORG = 'sắp xếp tổ chức bộ máy [của hệ thống chính trị]';
const DECREE = '(quyết định|nghị quyết|nghị định|thông tư|luật|đề án|kế hoạch|chỉ thị|quy chế)';

/** Worded alike after "khi" and after "ngày". */
const both = (...patterns: readonly string[]) => ({ khi: patterns, ngày: patterns });

const eventWordings: readonly EventWording[] = [
  {
    code: 'REORG_DONE',
    event: REORGANIZATION_COMPLETED,
    label: 'hoàn thành việc sắp xếp tổ chức bộ máy',
    ...both(`hoàn thành [việc|công tác] ${REORG}`),
    process: [`[thực hiện] ${REORG}`],
  },
  {
    code: 'REORG_START',
    label: 'bắt đầu sắp xếp tổ chức bộ máy',
    khi: [`(bắt đầu|tiến hành|bắt đầu thực hiện) [việc] ${REORG}`],
    // "Sau khi sắp xếp" may mean its end: only before it is the bare name its beginning.
    trước: [`[thực hiện] [việc] ${REORG}`],
    ngày: [`(bắt đầu|tiến hành|bắt đầu thực hiện) [việc] ${REORG}`],
  },
  {
    code: 'MERGER_DECISION_EFFECTIVE',
    label: 'quyết định hợp nhất, kết thúc hoạt động có hiệu lực',
    khi: ['quyết định (hợp nhất|sáp nhập|giải thể|chia tách) [hoặc kết thúc hoạt động] có hiệu lực [thi hành]'],
    ngày: ['[quyết định] (hợp nhất|sáp nhập|giải thể|chia tách) [hoặc kết thúc hoạt động] có hiệu lực [thi hành]'],
  },
  {
    code: 'PLAN_ISSUED',
    label: 'ban hành kế hoạch',
    ...both('(ban hành|ký ban hành|ký) kế hoạch [này]', 'kế hoạch [này] được (ban hành|ký ban hành)'),
  },
  {
    code: 'PM_PLAN_ISSUED',
    label: 'kế hoạch được Thủ tướng Chính phủ ban hành',
    ...both('kế hoạch [triển khai|thực hiện] được thủ tướng chính phủ (ban hành|phê duyệt)'),
  },
  { code: 'DOC_ISSUED', label: 'ban hành văn bản', khi: ['ký ban hành'], ngày: ['ký ban hành', 'ban hành', 'ký'] },
  {
    code: 'GUIDANCE_RECEIVED',
    label: 'có hướng dẫn',
    ...both('(có|nhận được) [văn bản|công văn] hướng dẫn [của] {by}', '(có|nhận được) [văn bản|công văn] hướng dẫn'),
  },
  {
    code: 'DOCUMENT_APPROVED',
    label: 'văn bản được ban hành, phê duyệt',
    ...both(
      `${DECREE} {which} được {by} (ban hành|phê duyệt|thông qua)`,
      `${DECREE} {which} được (ban hành|phê duyệt|thông qua)`,
      `${DECREE} được (ban hành|phê duyệt|thông qua)`,
    ),
  },
  {
    code: 'DECISION_EFFECTIVE',
    label: 'văn bản có hiệu lực',
    khi: [`${DECREE} [này] có hiệu lực [thi hành]`, `${DECREE} {which} có hiệu lực [thi hành]`],
    ngày: [
      `${DECREE} [này] có hiệu lực [thi hành]`,
      `${DECREE} {which} có hiệu lực [thi hành]`,
      'có hiệu lực [thi hành]',
    ],
  },
  {
    code: 'CLOSED',
    label: 'chấm dứt hoạt động',
    ...both('(chấm dứt|kết thúc) hoạt động', 'giải thể'),
  },
  {
    code: 'ELECTION_DAY',
    label: 'ngày bầu cử',
    ngày: ['bầu cử đại biểu {whom}', 'bầu cử'],
    khi: ['bầu cử', '(kết thúc|hoàn thành) [cuộc|việc] bầu cử'],
  },
  {
    code: 'SETTLED',
    label: 'công trình được quyết toán',
    khi: ['(công trình|dự án) {what} được [phê duyệt] quyết toán', '(công trình|dự án) được [phê duyệt] quyết toán'],
    ngày: ['(công trình|dự án) được [phê duyệt] quyết toán', '(công trình|dự án) {what} được [phê duyệt] quyết toán'],
  },
  {
    code: 'HANDOVER',
    label: 'bàn giao',
    khi: ['[hoàn thành|thực hiện] [việc] bàn giao [hồ sơ, tài liệu|hồ sơ|tài liệu|tài sản|công việc]'],
    ngày: ['[hoàn thành] [việc] bàn giao [hồ sơ, tài liệu|hồ sơ|tài liệu|tài sản|công việc]'],
  },
  {
    code: 'ARCHIVE_DELIVERY',
    label: 'giao nộp tài liệu lưu trữ',
    ...both('(giao nộp|nộp lưu) [hồ sơ|tài liệu] [vào lưu trữ|vào lưu trữ cơ quan|vào lưu trữ lịch sử]'),
  },
  {
    code: 'REQUEST_RECEIVED',
    label: 'nhận được yêu cầu',
    khi: ['nhận được [văn bản] (yêu cầu|đề nghị) [của] {by}', 'nhận được [văn bản] (yêu cầu|đề nghị)'],
    ngày: ['(nhận được|có) [văn bản] (yêu cầu|đề nghị) [của] {by}', '(nhận được|có) [văn bản] (yêu cầu|đề nghị)'],
  },
  {
    code: 'DOSSIER_RECEIVED',
    label: 'nhận đủ hồ sơ',
    khi: ['nhận (đủ|được) hồ sơ [hợp lệ]'],
    ngày: ['nhận (đủ|được) hồ sơ [hợp lệ]', 'nhận hồ sơ [hợp lệ]'],
  },
  {
    code: 'MEETING_ENDED',
    label: 'kết thúc hội nghị',
    ...both('kết thúc (hội nghị|cuộc họp|kỳ họp|đại hội|lớp tập huấn|đợt kiểm tra|đợt giám sát)'),
  },
];

/** Words that may follow an event within one phrase. */
const JOINS = ['cho đến', 'đến', 'cho tới', 'tới', 'chậm nhất', 'ít nhất', 'tối thiểu', 'tối đa', 'không quá'];

const slug = (words: string) =>
  foldMarks(words)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');

/** Words that name no known event: the plan's own words are kept, and a person is asked which event it is. */
export const OTHER_EVENT = 'OTHER';

/** The name of a kind of event; the plan's own words where its words tell one such event from another, or name none. */
export function labelOf(anchor: Pick<Anchor, 'code' | 'event' | 'words'>): string {
  const wording = eventWordings.find(({ code }) => code === anchor.code);
  return wording === undefined || anchor.event.includes(':') ? anchor.words : wording.label;
}

/** What an event is called, by its name alone; one that no wording knows is only called an event of the plan. */
export function eventLabel(event: EventName | null): string {
  const kind = event?.split(':')[0];
  const wording = eventWordings.find((one) => kind === (one.event ?? slug(one.code)));
  return wording?.label ?? 'sự kiện của kế hoạch';
}

const FORMS = { khi: 'khi', ngày: 'ngày', 'quá trình': 'process' } as const;

function known(cursor: PhraseCursor, form: Anchor['form'], wording: EventWording, before: boolean): Anchor | null {
  const from = cursor.at;
  for (const pattern of [...(wording[FORMS[form]] ?? []), ...(before ? (wording.trước ?? []) : [])]) {
    const slots = cursor.attempt(() => {
      const taken = cursor.pattern(pattern);
      return taken !== null && endsClause(cursor) ? taken : null;
    });
    if (slots === null) continue;
    const told = Object.values(slots).map(slug).join('-');
    const name = wording.event ?? slug(wording.code);
    return {
      code: wording.code,
      event: told === '' ? name : `${name}:${told}`,
      words: cursor.slice(from, cursor.at),
      form,
    };
  }
  return null;
}

/** After an event's words only a mark, the end, or a joining word may come: else they are part of something longer. */
function endsClause(cursor: PhraseCursor): boolean {
  return (
    cursor.end() ||
    cursor.ahead(() => cursor.mark(',;:(') !== null || cursor.number(3) !== null || cursor.oneOf(...JOINS) !== null)
  );
}

/** An event at the cursor: a known one, or, where `free`, the plan's words up to the end of the clause. */
export function readEvent(cursor: PhraseCursor, form: Anchor['form'], free = true, before = false): Anchor | null {
  for (const wording of eventWordings) {
    const anchor = known(cursor, form, wording, before);
    if (anchor !== null) return anchor;
  }
  if (!free) return null;
  return cursor.attempt(() => {
    const words = cursor.pattern('{words}')?.['words'] ?? '';
    // One word, or two, is more likely a phrase cut short than the name of an event.
    if (words.split(' ').length < 3 || /\d/u.test(words) || isFragment(words)) return null;
    return { code: OTHER_EVENT, event: `other:${slug(words)}`, words, form };
  });
}

/** The event that begins a process whose end is known by name; a plan seldom states it. */
export function processStart(end: Anchor): Anchor | null {
  if (end.code !== 'REORG_DONE') return null;
  return { code: 'REORG_START', event: 'reorg-start', words: `bắt đầu ${end.words}`, form: 'ngày' };
}

/** "hướng dẫn của Sở Nội vụ" in "theo hướng dẫn của …": what waits for guidance waits for its coming. */
export function guidanceAnchor(words: string): Anchor | null {
  const by = /^(?:văn bản |công văn )?hướng dẫn(?: của)? ?(?<by>.*)$/iu.exec(words)?.groups?.['by'];
  if (by === undefined) return null;
  const event = by === '' ? 'guidance-received' : `guidance-received:${slug(by)}`;
  return { code: 'GUIDANCE_RECEIVED', event, words: `có ${words}`, form: 'khi' };
}
