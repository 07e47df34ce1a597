import type { RowView, UnitView } from '@don-doc/contracts/http';
import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { DateField } from '../ui/date-field.js';
import { amendmentKindWords } from '../words.js';
import { fromRow, type ChangeDraft } from './form-state.js';

interface Props {
  readonly draft: ChangeDraft;
  readonly rows: readonly RowView[];
  readonly units: readonly UnitView[];
  readonly onChange: (draft: ChangeDraft) => void;
  readonly onRemove: () => void;
}

/** One change: a row to be added, changed or withdrawn. */
export function ChangeFields({ draft, rows, units, onChange, onRemove }: Props) {
  const set = (change: Partial<ChangeDraft>) => onChange({ ...draft, ...change });
  const chosen = rows.find(({ id }) => id === draft.rowId);
  return (
    <fieldset className="change sheet">
      <legend>
        {amendmentKindWords[draft.kind]}
        {draft.no && ` số ${draft.no}`}
        {draft.source && <span className="muted"> (từ mục {draft.source})</span>}
      </legend>
      {draft.kind === 'add-row' ? (
        <Field label="Số thứ tự (8 là một nhiệm vụ, 5.5 là một bước của nhiệm vụ 5)">
          <Input value={draft.no} maxLength={7} onChange={({ target }) => set({ no: target.value })} />
        </Field>
      ) : (
        <Field label="Dòng của phụ lục">
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="Chọn dòng"
            value={draft.rowId ?? undefined}
            options={rows.map(({ id, no, content }) => ({ value: id, label: `${no}. ${content}` }))}
            onChange={(rowId: string) => {
              const row = rows.find(({ id }) => id === rowId);
              if (row) onChange(fromRow(draft, row));
            }}
          />
        </Field>
      )}
      {draft.kind === 'withdraw-row' && chosen && <p className="quoted muted">{chosen.content}</p>}
      {(draft.kind === 'add-row' || (draft.kind === 'change-row' && chosen)) && (
        <>
          <Field label="Nội dung">
            <Input.TextArea
              className="quoted"
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={8000}
              value={draft.content}
              onChange={({ target }) => set({ content: target.value })}
            />
          </Field>
          <div className="two">
            <Field label="Đơn vị chủ trì">
              <Select
                mode="multiple"
                showSearch={{ optionFilterProp: 'label' }}
                placeholder="Chọn đơn vị"
                value={[...draft.leadUnitIds]}
                options={units.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(leadUnitIds: string[]) => set({ leadUnitIds })}
              />
            </Field>
            <Field label="Đơn vị phối hợp (không bắt buộc)">
              <Input
                maxLength={2000}
                value={draft.coordinatorText}
                onChange={({ target }) => set({ coordinatorText: target.value })}
              />
            </Field>
            <Field label="Thời gian, ghi như trong văn bản">
              <Input
                className="quoted"
                maxLength={500}
                placeholder="Trước 30/6/2025"
                value={draft.timeText}
                onChange={({ target }) => set({ timeText: target.value })}
              />
            </Field>
            <Field label="Ngày cuối, nếu cách ghi trên không nêu">
              <DateField value={draft.fixedLastDay} onChange={(fixedLastDay) => set({ fixedLastDay })} />
            </Field>
          </div>
        </>
      )}
      <Button className="change-remove" type="link" onClick={onRemove}>
        Bỏ thay đổi này
      </Button>
    </fieldset>
  );
}

const Field = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <label className="field">
    <span>{label}</span>
    {children}
  </label>
);
