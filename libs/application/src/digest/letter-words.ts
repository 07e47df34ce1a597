import { addDays, eventLabel, formatDate, minDate, nextMonth, workingDaysLeft } from '@don-doc/domain';
import type { CivilDate, WorkCalendar } from '@don-doc/domain';
import type { LetterItem } from './letter-items.js';

export interface ItemWords {
  /** How it stands: "Quá hạn 5 ngày làm việc; hạn 29/05/2025". */
  readonly standing: string;
  /** What to do next; null where the reader need only know. */
  readonly ask: string | null;
  readonly late: boolean;
}

/** A leader is reported to, never reminded; the Office follows; a unit's head is asked to act. */
export function wordsOf(item: LetterItem, calendar: WorkCalendar, day: CivilDate): ItemWords {
  const mine = item.role === 'unit-head';
  const last = lastDayOf(item);
  const month = item.period === null || item.rule === 'manual' ? '' : ` tháng ${monthName(item.period)}`;
  const due = last === null ? '' : `; hạn ${formatDate(last)}`;
  const late = (standing: string, ask: string | null): ItemWords => ({ standing, ask, late: true });
  const told = (standing: string, ask: string | null): ItemWords => ({ standing, ask, late: false });
  switch (item.rule) {
    case 'overdue': {
      const days = last === null ? 0 : Math.max(0, -workingDaysLeft(calendar, day, last));
      const standing = days > 0 ? `Quá hạn ${days} ngày làm việc${month}${due}` : `Đã quá hạn${month}${due}`;
      if (mine) return late(standing, 'Đề nghị gửi kết quả, hoặc cho biết vướng mắc và thời điểm hoàn thành.');
      return late(standing, item.role === 'office' ? 'Văn phòng theo dõi, đôn đốc đơn vị.' : null);
    }
    case 'opening':
      return told(
        `Bắt đầu thời gian thực hiện${due}`,
        mine ? 'Đề nghị tổ chức thực hiện và gửi kết quả đúng hạn.' : null,
      );
    case 'due-in-5':
    case 'due-in-1': {
      const left = last === null ? 0 : workingDaysLeft(calendar, day, last);
      const standing = left > 0 ? `Còn ${left} ngày làm việc${month}${due}` : `Đến hạn${month}${due}`;
      return told(
        standing,
        mine ? 'Đề nghị rà soát tiến độ và gửi kết quả đúng hạn; nếu có vướng mắc, báo Văn phòng.' : null,
      );
    }
    case 'progress-request':
      return told(`Đề nghị cho biết tiến độ${month}`, 'Đề nghị báo cáo ngắn gọn việc đã làm, việc còn lại.');
    case 'expected-notice':
      return told(
        'Dự kiến sắp đến thời điểm thực hiện',
        'Thời điểm này là dự kiến. Đề nghị chuẩn bị; thời hạn được tính khi có xác nhận.',
      );
    case 'ask-due-date':
      return told('Chưa xác định thời hạn', 'Đề nghị Văn phòng ấn định thời hạn cho dòng này.');
    case 'event-ask':
      return told(
        `Đã đến ngày dự kiến ${eventLabel(item.event)}`,
        'Đề nghị Văn phòng xác nhận, hoặc ghi ngày dự kiến mới.',
      );
    case 'manual':
      return told(
        `Văn phòng đôn đốc thực hiện${due}`,
        item.note ?? 'Đề nghị gửi kết quả, hoặc cho biết vướng mắc và thời điểm hoàn thành.',
      );
    default:
      return told(`Nhắc việc${month}${due}`, null);
  }
}

/** The last day that the item speaks of: a month's own for a monthly duty. */
function lastDayOf(item: LetterItem): CivilDate | null {
  if (item.period === null || item.rule === 'manual') return item.lastDay;
  const end = addDays(`${nextMonth(item.period)}-01`, -1);
  return item.lastDay === null ? end : minDate(end, item.lastDay);
}

export function monthName(period: string): string {
  return `${period.slice(5, 7)}/${period.slice(0, 4)}`;
}

const LEADER_ROLES = new Set(['deputy-director', 'director']);

/** The subject in full: what the letter is, of which day, how much, and of which plan. */
export function subjectOf(
  mail: { readonly kind: 'digest' | 'manual'; readonly day: CivilDate; readonly isRehearsal: boolean },
  items: readonly LetterItem[],
  planName: string,
): string {
  const mark = mail.isRehearsal ? '[DIỄN TẬP] ' : '';
  const date = formatDate(mail.day);
  if (mail.kind === 'manual') return `${mark}Đôn đốc thực hiện nhiệm vụ ${items[0]?.rowNo ?? ''} – ${planName}`;
  if (items.every((item) => LEADER_ROLES.has(item.role))) {
    return `${mark}Báo cáo nhiệm vụ quá hạn ngày ${date}: ${items.length} nhiệm vụ – ${planName}`;
  }
  const name = items.some((item) => item.role === 'office') ? 'Tổng hợp theo dõi, đôn đốc' : 'Nhắc việc';
  return `${mark}${name} ngày ${date}: ${counts(items)} – ${planName}`;
}

function counts(items: readonly LetterItem[]): string {
  const groups: readonly [string, (rule: string) => boolean][] = [
    ['quá hạn', (rule) => rule === 'overdue'],
    ['sắp đến hạn', (rule) => rule === 'due-in-5' || rule === 'due-in-1'],
    ['bắt đầu', (rule) => rule === 'opening'],
  ];
  const parts = groups.map(([name, holds]) => [name, items.filter(({ rule }) => holds(rule)).length] as const);
  const named = parts.reduce((sum, [, count]) => sum + count, 0);
  return [...parts, ['việc cần biết', items.length - named] as const]
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}

export function greetingOf(items: readonly LetterItem[]): string {
  if (items.every((item) => LEADER_ROLES.has(item.role))) {
    return 'Văn phòng kính báo cáo các nhiệm vụ đã quá hạn, xếp từ việc cần quan tâm trước:';
  }
  if (items.some((item) => item.role === 'office'))
    return 'Các việc Văn phòng cần theo dõi, đôn đốc, xếp từ việc cần làm trước:';
  return 'Các việc đơn vị cần thực hiện, xếp từ việc cần làm trước:';
}
