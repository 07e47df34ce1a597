import { REORGANIZATION_COMPLETED, type EventName } from '../reading.js';
import type { PhraseCursor } from './cursor.js';

/** How plans name an event: the deed that completes it, and the process that it ends. Data: another event is another entry. */
export interface EventWording {
  readonly event: EventName;
  readonly label: string;
  readonly completion: readonly string[];
  readonly process: readonly string[];
  readonly qualifiers: readonly string[];
}

export const eventWordings: readonly EventWording[] = [
  {
    event: REORGANIZATION_COMPLETED,
    label: 'hoàn thành việc sắp xếp tổ chức bộ máy',
    completion: ['hoàn thành việc sắp xếp tổ chức bộ máy', 'hoàn thành sắp xếp tổ chức bộ máy'],
    process: ['quá trình sắp xếp tổ chức bộ máy', 'quá trình thực hiện sắp xếp tổ chức bộ máy'],
    qualifiers: ['của hệ thống chính trị'],
  },
];

function readWording(cursor: PhraseCursor, part: 'completion' | 'process'): EventWording | null {
  for (const wording of eventWordings) {
    if (cursor.oneOf(...wording[part]) === null) continue;
    cursor.oneOf(...wording.qualifiers);
    return wording;
  }
  return null;
}

/** "hoàn thành việc sắp xếp tổ chức bộ máy (của hệ thống chính trị)". */
export const readCompletion = (cursor: PhraseCursor): EventWording | null => readWording(cursor, 'completion');

/** "quá trình sắp xếp tổ chức bộ máy (của hệ thống chính trị)". */
export const readProcess = (cursor: PhraseCursor): EventWording | null => readWording(cursor, 'process');
