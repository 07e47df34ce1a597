import type { DirectoryView, RowView } from '@don-doc/contracts/http';
import { Checkbox, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { rehearsalRates } from '../clock/virtual-clock.js';
import { inSentence } from '../format.js';
import { DateField } from '../ui/date-field.js';
import { Notice } from '../ui/notice.js';
import { Quoted } from '../ui/quoted.js';
import { firstDirectory, ownUnits, suggested, type Group, type LaunchForm } from './form-state.js';

interface Props {
  readonly form: LaunchForm;
  readonly onChange: (form: LaunchForm) => void;
  readonly directories: readonly DirectoryView[];
  readonly groups: readonly Group[];
  readonly rows: readonly RowView[];
  /** Rows the plan gives no date. */
  readonly undated: readonly RowView[];
  readonly eventLabel: string;
}

export function LaunchFields({ form, onChange, directories, groups, rows, undated, eventLabel }: Props) {
  const set = (change: Partial<LaunchForm>) => onChange({ ...form, ...change });
  const turn = (real: boolean) => {
    if (real === form.real) return;
    const fitting = firstDirectory(directories, real);
    onChange(fitting ? suggested({ ...form, real }, fitting, groups) : { ...form, real });
  };
  const directory = directories.find(({ id }) => id === form.directoryId);
  const units = ownUnits(directory).map(({ id, name }) => ({ value: id, label: name }));
  const asked = rows.filter((row) => undated.includes(row) || row.no in form.fixedDue);

  return (
    <form className="launch-form sheet" onSubmit={(event) => event.preventDefault()}>
      <Part title="Chạy thật hay diễn tập">
        <div className="choice" role="group" aria-label="Chạy thật hay diễn tập">
          <button type="button" aria-pressed={form.real} onClick={() => turn(true)}>
            Chạy thật
          </button>
          <button type="button" aria-pressed={!form.real} onClick={() => turn(false)}>
            Diễn tập
          </button>
        </div>
        {!form.real && (
          <div className="two">
            <Field label="Đồng hồ bắt đầu từ (giờ Việt Nam)">
              <DateField withTime value={form.startAt} onChange={(startAt) => set({ startAt })} />
            </Field>
            <Field label="Tốc độ">
              <Select
                value={form.rate}
                onChange={(rate: number) => set({ rate })}
                options={rehearsalRates.map(({ rate, label }) => ({ value: rate, label }))}
              />
            </Field>
          </div>
        )}
      </Part>

      <Part title="Văn bản">
        <div className="two">
          <Field label="Ngày ký">
            <DateField value={form.issuedOn} onChange={(issuedOn) => set({ issuedOn })} />
          </Field>
          <Field label="Số, ký hiệu (không bắt buộc)">
            <Input
              value={form.code}
              onChange={({ target }) => set({ code: target.value })}
              maxLength={50}
              placeholder="15/KH-STP"
            />
          </Field>
        </div>
        <Checkbox checked={form.signed} onChange={({ target }) => set({ signed: target.checked })}>
          Việc ký ban hành hoàn thành dòng giao ban hành chính kế hoạch này
        </Checkbox>
      </Part>

      <Part title="Đơn vị">
        <Field label="Danh bạ">
          <Select
            value={form.directoryId}
            onChange={(id: string) => {
              const chosen = directories.find((each) => each.id === id);
              if (chosen) onChange(suggested(form, chosen, groups));
            }}
            options={directories.map(({ id, name, demo }) => ({
              value: id,
              label: demo && !/mẫu|minh họa/iu.test(name) ? `${name} (dữ liệu minh họa)` : name,
            }))}
          />
        </Field>
        <Field label="Đơn vị thực hiện khi kế hoạch chỉ ghi tên cơ quan">
          <Select
            value={form.agencyUnitId}
            onChange={(agencyUnitId: string) => set({ agencyUnitId })}
            options={units}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Field>
        {units.length < 2 && (
          <Notice title="Danh bạ này chưa có phòng, đơn vị để giao việc">
            Quản trị nhập danh bạ thật của cơ quan ở trang <Link to="/danh-ba">Danh bạ</Link>, hoặc chọn danh bạ minh
            họa để diễn tập.
          </Notice>
        )}
        {groups.map(({ code, name }) => {
          const chosen = form.groups[code] ?? [];
          return (
            <fieldset key={code} className="group">
              <legend>
                <Quoted>{name}</Quoted>{' '}
                <span className="muted">gồm {chosen.length} đơn vị; mỗi đơn vị hoàn thành phần của mình</span>
              </legend>
              <Checkbox.Group
                value={[...chosen]}
                onChange={(ids) => set({ groups: { ...form.groups, [code]: ids.map(String) } })}
                options={units}
              />
            </fieldset>
          );
        })}
      </Part>

      <Part title={`Sự kiện ${inSentence(eventLabel)}`}>
        <div className="choice" role="group" aria-label="Đã biết gì về sự kiện">
          {(['none', 'expected', 'confirmed'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              aria-pressed={form.eventKind === kind}
              onClick={() => set({ eventKind: kind })}
            >
              {{ none: 'Chưa có ngày', expected: 'Dự kiến', confirmed: 'Đã xác nhận' }[kind]}
            </button>
          ))}
        </div>
        {form.eventKind !== 'none' && (
          <div className="two">
            <Field label={form.eventKind === 'expected' ? 'Ngày dự kiến' : 'Ngày có hiệu lực'}>
              <DateField value={form.eventOn} onChange={(eventOn) => set({ eventOn })} />
            </Field>
            <Field label="Văn bản làm căn cứ (không bắt buộc)">
              <Input
                value={form.eventDocument}
                onChange={({ target }) => set({ eventDocument: target.value })}
                maxLength={200}
              />
            </Field>
          </div>
        )}
      </Part>

      <Part
        title="Văn phòng quy ước"
        note="Những điều kế hoạch không nêu; hiện ở mọi nơi là quy ước của Văn phòng, không phải lời của kế hoạch."
      >
        <div className="two">
          <Field label="“Ngay sau khi” là trong bao nhiêu ngày làm việc">
            <InputNumber
              min={1}
              max={60}
              value={form.immediateWorkingDays}
              onChange={(days) => set({ immediateWorkingDays: days ?? 5 })}
              style={{ width: '100%' }}
            />
          </Field>
          <Field label="Người duyệt quy ước (không bắt buộc)">
            <Input
              value={form.policyApprovedBy}
              onChange={({ target }) => set({ policyApprovedBy: target.value })}
              maxLength={200}
            />
          </Field>
        </div>
        <Checkbox
          checked={form.rollPeriodToWorkingDay}
          onChange={({ target }) => set({ rollPeriodToWorkingDay: target.checked })}
        >
          Tháng kết thúc vào ngày nghỉ thì lùi hạn đến ngày làm việc kế tiếp (BLDS 2015, Điều 148 khoản 5)
        </Checkbox>
        <div className="fixed-dues">
          <div>
            Ấn định thời hạn cho dòng kế hoạch không nêu{' '}
            <span className="muted">
              (
              {undated.length > 0
                ? `${undated.length} dòng; để trống thì Văn phòng được hỏi cho đến khi có`
                : 'không có dòng nào'}
              )
            </span>
          </div>
          {asked.map(({ no, content }) => (
            <div key={no} className="fixed-due">
              <span className="quoted fixed-due-what" title={content}>
                <b>{no}</b> {content}
              </span>
              <DateField
                aria-label={`Thời hạn dòng ${no}`}
                value={form.fixedDue[no]}
                onChange={(day) => set({ fixedDue: { ...form.fixedDue, [no]: day } })}
              />
            </div>
          ))}
          <Select
            value={null}
            placeholder="Thêm dòng khác"
            aria-label="Thêm dòng cần ấn định thời hạn"
            onChange={(no: string | null) => no && set({ fixedDue: { ...form.fixedDue, [no]: undefined } })}
            options={rows
              .filter((row) => !asked.includes(row))
              .map(({ no, content }) => ({ value: no, label: `${no} ${content}` }))}
            style={{ width: 220 }}
            popupMatchSelectWidth={420}
          />
        </div>
      </Part>
    </form>
  );
}

const Part = ({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}) => (
  <section className="part">
    <h2>{title}</h2>
    {note && <p className="muted small">{note}</p>}
    {children}
  </section>
);

const Field = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <label className="field">
    <span>{label}</span>
    {children}
  </label>
);
