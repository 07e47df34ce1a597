import { DomainError, epochDay, fromEpochDay } from '@don-doc/domain';
import type { CivilDate } from '@don-doc/domain';

/** An option's date, 'YYYY-MM-DD'. @throws DomainError DATE_INVALID { value, option } */
export function civilDate(text: string, option: string): CivilDate {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text) || Number.isNaN(epochDay(text)) || fromEpochDay(epochDay(text)) !== text)
    throw new DomainError('DATE_INVALID', { value: text, option });
  return text;
}
