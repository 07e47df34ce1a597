import type { CivilDate } from '@don-doc/domain';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import 'dayjs/locale/vi';

dayjs.extend(customParseFormat);
dayjs.locale('vi');

interface Props {
  readonly id?: string;
  readonly value?: CivilDate | undefined;
  readonly onChange?: (value: CivilDate | undefined) => void;
  readonly withTime?: boolean;
  readonly placeholder?: string;
  readonly 'aria-label'?: string;
}

/**
 * A civil date, typed or picked as dd/mm/yyyy. dayjs stands here only for figures on a calendar: what goes in and out are
 * the figures ('YYYY-MM-DD', with time 'YYYY-MM-DDTHH:mm'), never an instant, so the machine's zone has no say.
 */
export function DateField({ value, onChange, withTime = false, ...rest }: Props) {
  const kept = withTime ? 'YYYY-MM-DDTHH:mm' : 'YYYY-MM-DD';
  const shown = withTime ? 'HH:mm DD/MM/YYYY' : 'DD/MM/YYYY';
  return (
    <DatePicker
      {...rest}
      value={value ? dayjs(value, kept) : null}
      onChange={(picked: dayjs.Dayjs | null) => onChange?.(picked ? picked.format(kept) : undefined)}
      format={{ format: shown }}
      placeholder={rest.placeholder ?? (withTime ? 'giờ:phút ngày/tháng/năm' : 'ngày/tháng/năm')}
      showTime={withTime ? { format: 'HH:mm' } : false}
      showNow={false}
      style={{ width: '100%' }}
    />
  );
}
