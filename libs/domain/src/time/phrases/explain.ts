import { addDays, dayOfWeek, formatDate } from '../civil.js';
import { labelOf, OTHER_EVENT } from './events.js';
import type { Anchor, Core, Meaning, Offset, Recurrence, Span } from './meaning.js';
import { weekdayNames } from './numbers.js';
import { offsetText, wordsFor } from './print.js';
import { fixesDays, monthsOf } from './recurrence.js';
import { effective } from './stretch.js';

const UNTIL_KNOWN = 'chưa biết ngày đó thì công việc còn mở, không tính quá hạn.';
const WHOLE: Readonly<Record<Span['unit'], string>> = {
  day: 'Đúng ngày',
  week: 'Cả tuần',
  month: 'Cả tháng',
  quarter: 'Cả quý',
  half: 'Cả sáu tháng',
  'nine-months': 'Cả chín tháng',
  year: 'Cả năm',
  range: 'Cả khoảng',
};

function span(of: Span): string[] {
  const { from, lastDay } = effective(of);
  if (of.part !== undefined) {
    const law = of.unit === 'quarter' ? 'Văn phòng quy ước theo tháng của quý' : 'Điều 146 Bộ luật Dân sự 2015';
    const shown =
      from === lastDay ? `là ngày ${formatDate(from)}` : `là từ ${formatDate(from)} đến ${formatDate(lastDay)}`;
    return [`“${wordsFor({ core: { form: 'span', span: of } })}” ${shown} (${law}).`];
  }
  const weekday = of.weekday === undefined ? [] : [weekdayLine(of, of.weekday)];
  if (of.unit === 'day') return [`Đúng ngày ${formatDate(from)}.`, ...weekday];
  if (of.unit === 'week')
    return [`Tuần của tháng: từ ${formatDate(from)} đến ${formatDate(lastDay)} (Văn phòng quy ước).`];
  return [
    `${WHOLE[of.unit]}: mở từ ${formatDate(from)}, ngày cuối cùng là ${formatDate(lastDay)} (Điều 148 Bộ luật Dân sự 2015).`,
  ];
}

export const weekdayMatches = (of: Span): boolean => of.weekday === undefined || dayOfWeek(of.from) === of.weekday;

function weekdayLine(of: Span, weekday: number): string {
  const named = weekdayNames[weekday] ?? '';
  return weekdayMatches(of)
    ? `Ngày ${formatDate(of.from)} đúng là ${named}.`
    : `Ngày ${formatDate(of.from)} là ${weekdayNames[dayOfWeek(of.from)] ?? ''}, không phải ${named}.`;
}

function limit(core: Extract<Core, { form: 'limit' }>): string[] {
  const { from, lastDay } = effective(core.span);
  const weekday = core.span.weekday === undefined ? [] : [weekdayLine(core.span, core.span.weekday)];
  if (core.time !== undefined)
    return [`Hết hạn trong ngày ${formatDate(lastDay)}, theo giờ đã nêu (giờ Việt Nam).`, ...weekday];
  if (core.strict) {
    const named = from === lastDay ? 'ngày được nêu' : 'khoảng thời gian được nêu';
    return [
      `“Trước” không tính ${named}: ngày cuối cùng là ${formatDate(addDays(from, -1))}, quá hạn từ 00:00 ngày ${formatDate(from)}.`,
      'Ngày cuối cùng trùng ngày nghỉ cũng không lùi sang ngày sau.',
      ...weekday,
    ];
  }
  return [
    `Tính cả ngày cuối cùng ${formatDate(lastDay)}; quá hạn từ 00:00 ngày ${formatDate(addDays(lastDay, 1))}.`,
    'Ngày cuối cùng trùng ngày nghỉ cũng không lùi sang ngày sau.',
    ...weekday,
  ];
}

function offsetLines(offset: Offset, label: string): string[] {
  const length = offsetText(offset);
  if (offset.amount < 0) return [`Tính lùi ${length} từ ngày ${label}; tính cả ngày tìm được.`];
  return [
    `Đếm ${length} từ ngày liền sau ngày ${label}; ngày xảy ra sự kiện không tính (Điều 147 Bộ luật Dân sự 2015).`,
    'Ngày cuối cùng trùng ngày nghỉ thì lùi đến ngày làm việc kế tiếp (khoản 5 Điều 148), trừ khi kế hoạch quy ước khác.',
  ];
}

const NAMES: Readonly<Record<Recurrence['freq'], string>> = {
  daily: 'mỗi ngày',
  weekly: 'mỗi tuần',
  monthly: 'mỗi tháng',
  quarterly: 'mỗi quý',
  'half-yearly': 'mỗi sáu tháng',
  yearly: 'mỗi năm',
  unstated: 'theo kỳ',
};

function recurring(rule: Recurrence): string[] {
  const months = monthsOf(rule);
  const day = rule.day === undefined || rule.day === -1 ? 'ngày cuối cùng của tháng' : `ngày ${rule.day}`;
  const once = `Lặp lại ${NAMES[rule.freq]} một kỳ${rule.interval === undefined ? '' : `, cách ${rule.interval} kỳ`}.`;
  if (!fixesDays(rule)) return [once];
  if (rule.weekday !== undefined) return [once, `Mỗi kỳ đến hết ${weekdayNames[rule.weekday] ?? ''}.`];
  if (rule.freq === 'daily') return [once];
  const where = months === null ? '' : ` tháng ${months.join(', ')}`;
  const shift = rule.shift === -1 ? ' của năm trước' : rule.shift === 1 ? ' của tháng sau kỳ' : '';
  return [once, `Mỗi kỳ đến hết ${day}${where}${shift}.`];
}

const named = (anchor: Anchor) => labelOf(anchor);

/** How a meaning was reached, in order, for a person. */
export function explain({ core, label, soft, conditional }: Meaning): string[] {
  return [
    ...(label === undefined ? [] : [`Phần chữ “${label}” là nội dung công việc, không phải thời gian.`]),
    ...lines(core),
    ...(soft ? ['Mốc phấn đấu hoặc dự kiến, không phải thời hạn bắt buộc.'] : []),
    ...(conditional ? ['“Nếu có”: không phát sinh thì không phải làm.'] : []),
  ];
}

function lines(core: Core): string[] {
  switch (core.form) {
    case 'span':
      return span(core.span);
    case 'limit':
      return limit(core);
    case 'from':
      return [
        `Mở từ ${formatDate(core.from.from)}, không nêu ngày kết thúc.`,
        ...(core.milestone ? [`Mốc ${formatDate(core.milestone.lastDay)}, sau đó còn tiếp tục.`] : []),
      ];
    case 'ongoing':
      return core.until === undefined
        ? ['Việc thường xuyên: không có thời hạn, không tính quá hạn; báo cáo theo kỳ.']
        : [`Việc duy trì đến hết ngày ${formatDate(effective(core.until).lastDay)}.`];
    case 'from-until-event':
      return [`Mở từ ${formatDate(core.from.from)}.`, `Kết thúc cùng ngày ${named(core.anchor)}; ${UNTIL_KNOWN}`];
    case 'during':
      return [
        ...(core.regular ? ['“Thường xuyên”: mỗi tháng dương lịch một kỳ, mỗi kỳ ít nhất một minh chứng.'] : []),
        'Kế hoạch không nêu ngày bắt đầu quá trình: tính từ ngày ban hành kế hoạch.',
        core.endImplied
          ? `Không ghi “cho đến khi hoàn thành”: hiểu ngầm là kết thúc cùng ngày ${processEnd(core.anchor)}.`
          : `Kết thúc cùng ngày ${processEnd(core.anchor)}; ${UNTIL_KNOWN}`,
      ];
    case 'until-event':
      return [
        'Không nêu ngày bắt đầu: tính từ ngày ban hành kế hoạch.',
        `Kết thúc cùng ngày ${named(core.anchor)}; ${UNTIL_KNOWN}`,
      ];
    case 'after-event':
      return [
        `Mở từ ngày liền sau ngày ${named(core.anchor)}; ngày xảy ra sự kiện không tính (Điều 147 Bộ luật Dân sự 2015).`,
        core.immediate
          ? '“Ngay sau khi” không nêu số ngày: thời hạn do Văn phòng quy ước khi khởi chạy.'
          : '“Sau khi” không nêu thời hạn: Văn phòng phải ấn định.',
      ];
    case 'from-event':
      return [`Mở từ chính ngày ${named(core.anchor)}, không nêu ngày kết thúc.`];
    case 'before-event':
      return [`Phải xong trước ngày ${named(core.anchor)}: ngày cuối cùng là ngày liền trước.`];
    case 'offset':
      return offsetLines(core.offset, named(core.anchor));
    case 'offset-from-date':
      return offsetLines(core.offset, formatDate(core.date));
    case 'recurring-offset':
      return ['Lặp lại sau mỗi kỳ.', ...offsetLines(core.offset, 'kết thúc kỳ')];
    case 'recurring':
      return [
        ...recurring(core.rule),
        ...(core.from ? [`Kỳ đầu không sớm hơn ${formatDate(core.from.from)}.`] : []),
        ...(core.until ? [`Lặp lại đến hết ${formatDate(core.until.lastDay)}.`] : []),
      ];
    case 'report-window':
      return [
        `Khoảng số liệu của mỗi kỳ: từ ngày ${core.window.fromDay} đến ngày ${core.window.toDay}; không phải thời hạn gửi.`,
      ];
    case 'on-demand':
      return ['Không có ngày: mỗi lần có yêu cầu hoặc phát sinh là một lần thực hiện.'];
    case 'reference':
      return [`Thời gian ghi ở văn bản khác: ${core.words}.`];
    case 'vague':
      return ['Không nêu ngày nào.'];
    case 'empty':
      return ['Ô thời gian để trống.'];
    case 'parts':
      return [
        `Gồm ${core.parts.length} phần.`,
        ...core.parts.flatMap((part, i) => explain(part).map((line) => `Phần ${i + 1}: ${line}`)),
      ];
    case 'fragment':
      return ['Cụm từ bị cắt giữa chừng, có thể do ngắt trang.'];
    case 'invalid':
      return [core.reason];
    case 'unreadable':
      return [core.ask ?? 'Không khớp cách ghi thời gian nào đã biết; không suy đoán.'];
  }
}

/** A process of the table ends with its completion; another's end is named by the plan's words. */
function processEnd(anchor: Anchor): string {
  return anchor.code === OTHER_EVENT ? `hoàn thành ${anchor.words}` : named(anchor);
}
