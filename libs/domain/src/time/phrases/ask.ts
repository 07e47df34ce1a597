import { addDays, formatDate } from '../civil.js';
import { labelOf, OTHER_EVENT } from './events.js';
import { weekdayMatches } from './explain.js';
import { fullWeekOfMonth } from './dates.js';
import type { Anchor, Core, Meaning, Span } from './meaning.js';
import type { PhraseFacts } from './policy.js';
import { wordsFor } from './print.js';
import { fixesDays } from './recurrence.js';
import { afterPeriods, lateAfter } from './resolve.js';
import { effective } from './stretch.js';

const OFFICE = 'Đề nghị Văn phòng';

function anchorsIn(core: Core): Anchor[] {
  return 'anchor' in core && core.anchor !== undefined ? [core.anchor] : [];
}

function aboutSpan(span: Span): string | null {
  if (!weekdayMatches(span))
    return `Thứ trong tuần không khớp với ngày ${formatDate(span.from)}. ${OFFICE} xác định lại ngày.`;
  if (span.unit === 'week') return `Tuần của tháng có thể tính theo ngày hoặc theo tuần lễ. ${OFFICE} xác nhận.`;
  if (span.part === undefined || span.part === 'end' || span.part.endsWith('ten')) return null;
  const { from, lastDay } = effective(span);
  const shown = from === lastDay ? `ngày ${formatDate(from)}` : `từ ${formatDate(from)} đến ${formatDate(lastDay)}`;
  return `“${wordsFor({ core: { form: 'span', span } })}” được tính là ${shown}. ${OFFICE} xác nhận hoặc ấn định ngày.`;
}

/** Why a person must decide before the phrase can be followed; null where the words alone suffice. */
export function askOf({ core }: Meaning): string | null {
  const unknown = anchorsIn(core).find((anchor) => anchor.code === OTHER_EVENT);
  if (unknown !== undefined)
    return `Chưa rõ sự kiện “${unknown.words}” được ghi nhận khi nào. ${OFFICE} xác định sự kiện này.`;
  switch (core.form) {
    case 'span':
      return core.span.part === 'end' && core.span.unit === 'quarter'
        ? `“Cuối quý” được tính là tháng cuối của quý. ${OFFICE} xác nhận.`
        : aboutSpan(core.span);
    case 'limit':
      return aboutSpan(core.span);
    case 'after-event':
      return core.immediate ? null : `“Sau khi ${labelOf(core.anchor)}” không nêu thời hạn. ${OFFICE} ấn định.`;
    case 'recurring': {
      const { rule } = core;
      if (rule.freq === 'unstated') return `“Định kỳ” không nêu kỳ nào. ${OFFICE} xác định kỳ.`;
      if (!fixesDays(rule)) return `Chưa rõ ngày cuối của mỗi kỳ. ${OFFICE} ấn định.`;
      if (rule.freq === 'monthly' && (rule.day ?? 0) > 28)
        return `Không phải tháng nào cũng có ngày ${rule.day ?? ''}. ${OFFICE} xác định ngày của các tháng ngắn hơn.`;
      return null;
    }
    case 'recurring-offset':
      return afterPeriods(core.periods, core.offset) === null
        ? `Chưa tính được ngày của mỗi kỳ. ${OFFICE} ấn định.`
        : null;
    case 'reference':
      return `Thời gian theo “${core.words}”. ${OFFICE} chỉ rõ văn bản và ngày nêu trong đó.`;
    case 'vague':
      return `“${core.words}” không nêu ngày nào. ${OFFICE} ấn định thời hạn.`;
    case 'empty':
      return `Ô thời gian để trống. ${OFFICE} xác định thời gian thực hiện.`;
    case 'parts': {
      const asked = core.parts.flatMap((part, i) => {
        const ask = askOf(part);
        return ask === null ? [] : [`Phần ${i + 1}: ${ask}`];
      });
      return asked.length === 0 ? null : asked.join(' ');
    }
    case 'fragment':
      return `“${core.words}” bị cắt giữa chừng. ${OFFICE} nối với phần tiếp theo hoặc xác định thời gian.`;
    case 'invalid':
      return core.reason;
    case 'unreadable':
      return core.ask ?? unread(core.words);
    default:
      return null;
  }
}

const LONG = 120;

function unread(words: string): string {
  const shown = words.length > LONG ? `${words.slice(0, LONG)}…` : words;
  return `Chưa đọc được thời gian “${shown}”. ${OFFICE} xác định ngày bắt đầu và thời hạn.`;
}

/** Another thing that the words may mean: offered, never taken. */
export interface Rival {
  readonly why: string;
  readonly opensOn: string | null;
  readonly lastDay: string | null;
  readonly lateFrom: string | null;
  readonly anchor: string | null;
}

const rival = (why: string, opensOn: string | null, lastDay: string | null, anchor: string | null = null): Rival => ({
  why,
  opensOn,
  lastDay,
  lateFrom: lastDay === null ? null : lateAfter(lastDay),
  anchor,
});

/** The rival readings that a meaning itself calls up. */
export function rivalsOf({ core }: Meaning, facts: PhraseFacts): Rival[] {
  switch (core.form) {
    case 'limit': {
      const { from, lastDay } = effective(core.span);
      if (core.time !== undefined) return [];
      if (core.strict)
        return [
          rival(
            `Có nơi hiểu “trước” gồm cả ${from === lastDay ? 'ngày' : 'khoảng'} được nêu.`,
            facts.issuedOn,
            lastDay,
          ),
        ];
      if (!core.loose) return [];
      return [rival('Có nơi hiểu “đến” là đến khi bắt đầu khoảng được nêu.', facts.issuedOn, addDays(from, -1))];
    }
    case 'span':
      return ofSpan(core.span, facts);
    case 'before-event':
      if (core.anchor.code !== 'REORG_START') return [];
      return [
        rival(
          'Hoặc trước ngày quyết định hợp nhất, kết thúc hoạt động có hiệu lực.',
          facts.issuedOn,
          null,
          'MERGER_DECISION_EFFECTIVE',
        ),
      ];
    case 'parts':
      return core.parts.flatMap((part) => rivalsOf(part, facts));
    default:
      return [];
  }
}

function ofSpan(span: Span, facts: PhraseFacts): Rival[] {
  const month = span.from.slice(0, 8);
  if (span.unit === 'week') {
    const full = fullWeekOfMonth(span.from, span.week ?? 1);
    const seven = facts.policy.weekOfMonth === 'seven-days' ? full : effective(span);
    return [
      rival(
        seven === full ? 'Tuần lễ đầy đủ, từ thứ Hai đến Chủ nhật.' : 'Bảy ngày kể từ đầu tháng.',
        seven.from,
        seven.lastDay,
      ),
    ];
  }
  if (span.unit !== 'month' || span.part === undefined || span.part.endsWith('ten')) return [];
  const tens = {
    start: [`${month}01`, `${month}10`],
    middle: [`${month}11`, `${month}20`],
    end: [`${month}21`, span.lastDay],
  };
  const [from = '', lastDay = ''] = tens[span.part as keyof typeof tens];
  return [rival('Theo cách nói thông thường: mười ngày ấy của tháng.', from, lastDay)];
}
