import { formatDate } from '../civil.js';
import { CLOSING } from './limit.js';
import type { Anchor, Core, Meaning, Offset, PeriodEnd, Recurrence, ReportWindow, Span, Unit } from './meaning.js';
import { romanQuarters, weekdayNames } from './numbers.js';
import { monthsOf } from './recurrence.js';

const month = (date: string) => Number(date.slice(5, 7));
const year = (date: string) => date.slice(0, 4);
const run = (first: number | string, last: number | string) => (first === last ? String(first) : `${first}-${last}`);

const PARTS: Readonly<Record<NonNullable<Span['part']>, string>> = {
  start: 'đầu',
  middle: 'giữa',
  end: 'cuối',
  'first-ten': 'thượng tuần',
  'second-ten': 'trung tuần',
  'last-ten': 'hạ tuần',
};

function whole(span: Span): string {
  const { unit, from, lastDay } = span;
  switch (unit) {
    case 'day':
      return `ngày ${formatDate(from)}${span.weekday ? ` (${weekdayNames[span.weekday] ?? ''})` : ''}`;
    case 'week': {
      const name = span.week === -1 ? 'cuối' : span.week === 1 ? 'đầu' : `thứ ${span.week ?? 1} của`;
      return `tuần ${name} tháng ${month(from)}/${year(from)}`;
    }
    case 'month':
      return `tháng ${run(month(from), month(lastDay))}/${year(from)}`;
    case 'quarter':
      return `quý ${run(romanQuarters[(month(from) + 2) / 3] ?? '', romanQuarters[month(lastDay) / 3] ?? '')}/${year(from)}`;
    case 'half':
      return `6 tháng ${month(from) === 1 ? 'đầu' : 'cuối'} năm ${year(from)}`;
    case 'nine-months':
      return `9 tháng đầu năm ${year(from)}`;
    case 'year':
      return `năm ${run(year(from), year(lastDay))}`;
    case 'range':
      return `từ ngày ${formatDate(from)} đến hết ngày ${formatDate(lastDay)}`;
  }
}

/** A stretch of calendar in words: "quý II/2025", "cuối tháng 3/2010". */
export const spanText = (span: Span): string =>
  span.part === undefined ? whole(span) : `${PARTS[span.part]} ${whole(span)}`;

const UNITS: Readonly<Record<Unit, string>> = {
  hour: 'giờ',
  day: 'ngày',
  'working-day': 'ngày làm việc',
  week: 'tuần',
  month: 'tháng',
  year: 'năm',
};
export const offsetText = ({ amount, unit }: Offset): string => `${Math.abs(amount)} ${UNITS[unit]}`;

const PERIODS: Readonly<Record<PeriodEnd, string>> = {
  month: 'tháng',
  quarter: 'quý',
  half: '6 tháng',
  'nine-months': '9 tháng',
  year: 'năm',
};

const FREQUENCIES: Readonly<Record<Recurrence['freq'], string>> = {
  daily: 'hằng ngày',
  weekly: 'hằng tuần',
  monthly: 'hằng tháng',
  quarterly: 'hằng quý',
  'half-yearly': '6 tháng/lần',
  yearly: 'hằng năm',
  unstated: 'định kỳ',
};
const STEPS: Readonly<Record<string, string>> = { daily: 'ngày', weekly: 'tuần', monthly: 'tháng', yearly: 'năm' };

function ruleText(rule: Recurrence): string {
  const { freq, interval, times, day } = rule;
  if (times !== undefined) return `${times} lần/${FREQUENCIES[freq].replace('hằng ', '')}`;
  if (freq === 'half-yearly' && interval === undefined) return '6 tháng/lần';
  const every = interval === undefined ? FREQUENCIES[freq] : `mỗi ${interval} ${STEPS[freq] ?? 'năm'}`;
  if (rule.weekday !== undefined) return `${weekdayNames[rule.weekday] ?? ''} ${every}`;
  if (day === undefined) return every;
  const named = day === -1 ? 'ngày cuối cùng' : `ngày ${day}`;
  const months = monthsOf(rule) ?? [];
  if (freq === 'quarterly' && rule.months === undefined) return `${named} của tháng cuối quý`;
  if (rule.shift === 1) return `${named} của tháng sau`;
  if (months.length === 0) return `${named} ${every}`;
  const dates = months.map((one) => `${named} tháng ${one}`).join(', ');
  return rule.shift === -1 ? `${dates} năm trước` : `${dates} ${every}`;
}

const eventWords = ({ form, words }: Anchor) => `${form} ${words}`;

const WINDOWS: Readonly<Record<ReportWindow['freq'], readonly [string, string]>> = {
  monthly: ['tháng trước', 'của tháng thuộc kỳ báo cáo'],
  quarterly: ['tháng cuối quý trước', 'của tháng cuối quý'],
  'half-yearly': ['', ''],
  yearly: ['', ''],
};

function coreText(core: Core): string {
  switch (core.form) {
    case 'span':
      return spanText(core.span);
    case 'limit': {
      const inclusive = core.span.unit === 'day' || core.span.part !== undefined ? 'chậm nhất' : 'đến hết';
      const opening = core.strict ? 'trước' : core.loose ? 'đến' : inclusive;
      if (core.time === undefined) return `${opening} ${spanText(core.span)}`;
      const [hour, minute] = core.time.split(':');
      return `${opening} ${core.time === CLOSING ? 'cuối giờ làm việc' : `${hour ?? ''} giờ ${minute ?? ''}`} ${spanText(core.span)}`;
    }
    case 'from':
      if (core.milestone === undefined) return `từ ${spanText(core.from)} trở đi`;
      return `từ ${spanText(core.from)} đến ${spanText(core.milestone)} và tiếp theo`;
    case 'ongoing': {
      const from = core.from ? ` từ ${spanText(core.from)}` : '';
      return `thường xuyên${from}${core.until ? ` đến hết ${spanText(core.until)}` : ''}`;
    }
    case 'from-until-event':
      return `từ ${spanText(core.from)} đến ${eventWords(core.anchor)}`;
    case 'during':
      return `${core.regular ? 'thường xuyên ' : ''}trong suốt ${eventWords(core.anchor)}${core.endImplied ? '' : ' cho đến khi hoàn thành'}`;
    case 'until-event':
      return `${core.regular ? 'thường xuyên ' : ''}cho đến ${eventWords(core.anchor)}`;
    case 'after-event':
      return `${core.immediate ? 'ngay ' : ''}sau ${eventWords(core.anchor)}`;
    case 'from-event':
      return `kể từ ${eventWords(core.anchor)}`;
    case 'before-event':
      return `trước ${eventWords(core.anchor)}`;
    case 'offset':
      return `chậm nhất ${offsetText(core.offset)} ${core.offset.amount < 0 ? 'trước' : 'kể từ'} ${eventWords(core.anchor)}`;
    case 'offset-from-date':
      return `trong thời hạn ${offsetText(core.offset)} kể từ ngày ${formatDate(core.date)}`;
    case 'recurring-offset':
      return `chậm nhất ${offsetText(core.offset)} kể từ ngày kết thúc ${core.periods.map((one) => PERIODS[one]).join(' và ')}`;
    case 'recurring': {
      const from = core.from ? ` từ ${spanText(core.from)}` : '';
      return `${ruleText(core.rule)}${from}${core.until ? ` đến hết ${spanText(core.until)}` : ''}`;
    }
    case 'report-window': {
      const [start, end] = WINDOWS[core.window.freq];
      return `từ ngày ${core.window.fromDay} ${start} đến ngày ${core.window.toDay} ${end}`;
    }
    case 'reference':
      return `theo ${core.words}`;
    case 'parts':
      return core.parts.map(print).join('; ');
    case 'empty':
      return '(ô trống)';
    default:
      return core.words;
  }
}

function print({ core, label, soft, conditional }: Meaning): string {
  const text = label === undefined ? coreText(core) : `${label} ${coreText(core)}`;
  return `${text}${soft ? ' (phấn đấu)' : ''}${conditional ? ' (nếu có)' : ''}`;
}

/** A meaning in the words of an office: read again, they mean the same. */
export const wordsFor: (meaning: Meaning) => string = print;
