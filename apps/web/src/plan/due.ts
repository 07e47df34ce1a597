import type { AssignmentView, PlanView, RowView } from '@don-doc/contracts/http';
import type { CivilDate } from '@don-doc/domain';
import { formatDate, formatMonth, workingDaysWords } from '../format.js';
import type { Mark } from '../ui/shape.js';
import { assignmentStateWords, bucketWords } from '../words.js';

/** Working days before the last day from which work is "sắp đến hạn": the ladder's first reminder. */
export const SOON_WORKING_DAYS = 5;

const isAtWork = ({ state }: AssignmentView): boolean => state === 'open' || state === 'returned';

/** Working days left of the unit that is furthest behind; null where none of those at work has a date. */
export function gravestDaysLeft(row: RowView): number | null {
  const left = row.assignments.filter(isAtWork).flatMap(({ workingDaysLeft }) => workingDaysLeft ?? []);
  return left.length > 0 ? Math.min(...left) : null;
}

const isSoon = (left: number | null): boolean => left !== null && left >= 0 && left <= SOON_WORKING_DAYS;

export function markOfRow(row: RowView): Mark {
  if (row.bucket === 'in-progress' && isSoon(gravestDaysLeft(row))) return 'due-soon';
  return row.bucket;
}

export function markOfAssignment(assignment: AssignmentView): Mark {
  if (assignment.bucket === 'overdue' || assignment.state === 'accepted' || assignment.state === 'waiting')
    return assignment.bucket;
  if (assignment.state === 'submitted') return 'submitted';
  if (assignment.state === 'returned') return 'returned';
  if (assignment.bucket === 'in-progress' && isSoon(assignment.workingDaysLeft)) return 'due-soon';
  return assignment.bucket;
}

/** The word beside the mark: what an assignment is in, and that it is late. */
export function wordsOfAssignment(assignment: AssignmentView): string {
  const { state, bucket } = assignment;
  if (state === 'open' && markOfAssignment(assignment) === 'due-soon') return 'Đang thực hiện, sắp đến hạn';
  if (state === 'open' || state === 'waiting' || state === 'accepted') return bucketWords[bucket];
  return bucket === 'overdue' ? `${assignmentStateWords[state]}, quá hạn` : assignmentStateWords[state];
}

export interface DueWords {
  /** "Hạn cuối 29/05/2025" */
  readonly main: string;
  /** "quá hạn 5 ngày làm việc" */
  readonly left: string | null;
  readonly tone: 'late' | 'soon' | 'event' | 'plain';
  readonly byPolicy: boolean;
  /** The first last day, where the date was moved since. */
  readonly moved: string | null;
}

const isOver = ({ bucket }: RowView): boolean =>
  bucket === 'completed-on-time' || bucket === 'completed-late' || bucket === 'not-arisen' || bucket === 'withdrawn';

/** The due date of a row in words; the plan's own phrase stands in its own column. */
export function dueWords(
  row: RowView,
  event: PlanView['event'],
  status: PlanView['status'],
  today: CivilDate | null,
): DueWords {
  const { opensOn, lastDay, firstLastDay, byPolicy } = row.window;
  const left = isOver(row) || row.bucket === 'not-yet' ? null : gravestDaysLeft(row);
  const tone = row.bucket === 'overdue' ? 'late' : isSoon(left) ? 'soon' : row.bucket === 'not-yet' ? 'event' : 'plain';
  const moved = firstLastDay && lastDay && firstLastDay !== lastDay ? `trước là ${formatDate(firstLastDay)}` : null;
  const common = { tone, byPolicy, moved } as const;

  const period = row.assignments
    .flatMap(({ periods }) => periods)
    .find(({ state }) => state === 'missed' || state === 'open');
  if (period && !isOver(row)) {
    const words = period.state === 'missed' ? 'thiếu báo cáo, hạn' : 'hạn cuối';
    const leftWords = left === null ? null : workingDaysWords(left, { today, lastDay: period.lastDay });
    return {
      ...common,
      main: `Kỳ ${formatMonth(period.period)}: ${words} ${formatDate(period.lastDay)}`,
      left: leftWords,
    };
  }
  if (lastDay) {
    const leftWords = left === null ? null : workingDaysWords(left, { today, lastDay });
    const opens = row.bucket === 'not-yet' && opensOn ? `mở từ ${formatDate(opensOn)}` : null;
    return { ...common, main: `Hạn cuối ${formatDate(lastDay)}`, left: opens ?? leftWords };
  }
  if (row.bucket === 'no-due-date') return { ...common, main: 'Văn phòng cần ấn định thời hạn', left: null };
  if (status === 'draft')
    return { ...common, main: opensOn ? `Mở từ ${formatDate(opensOn)}` : 'Tính khi khởi chạy', left: null };
  const when =
    event.on && event.state === 'confirmed'
      ? formatDate(event.on)
      : event.on && event.state === 'expected'
        ? `dự kiến ${formatDate(event.on)}`
        : 'chưa có ngày';
  if (opensOn && row.bucket !== 'not-yet') return { ...common, main: 'Đến khi có sự kiện', left: when };
  return {
    ...common,
    main: opensOn ? `Mở từ ${formatDate(opensOn)}` : 'Chờ sự kiện',
    left: opensOn ? null : when,
  };
}
