import type { AccountOpened, PersonView } from '@don-doc/contracts/http';
import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { post } from '../api/http.js';
import { Dialog } from '../dialogs/dialog.js';
import { roleWord } from '../words.js';

/** Roles an account may have of its own; those of a unit come with the person. */
const ownRoles = ['office', 'deputy-director', 'director', 'admin'] as const;

interface Props {
  readonly people: readonly PersonView[];
  readonly onOpened: (opened: AccountOpened) => void;
}

export function OpenAccount({ people, onOpened }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Cấp tài khoản</Button>
      {open && <Form people={people} onOpened={onOpened} onClose={() => setOpen(false)} />}
    </>
  );
}

function Form({ people, onOpened, onClose }: Props & { readonly onClose: () => void }) {
  const [username, setUsername] = useState('');
  const [personId, setPersonId] = useState<string | null>(null);
  const [roles, setRoles] = useState<readonly string[]>([]);
  const send = useMutation({
    mutationFn: () => post<AccountOpened>('/accounts', { username: username.trim(), personId, roles }),
    onSuccess: (opened) => {
      onOpened(opened);
      onClose();
    },
  });
  const ready = username.trim().length >= 3 && (personId !== null || roles.length > 0);
  return (
    <Dialog
      title="Cấp tài khoản"
      act="Cấp tài khoản"
      busy={send.isPending}
      error={send.error}
      disabled={!ready}
      onAct={() => send.mutate()}
      onClose={onClose}
    >
      <div className="stack">
        <label className="field">
          <span>Tên đăng nhập (chữ thường không dấu, số, dấu chấm)</span>
          <Input
            value={username}
            autoCapitalize="none"
            spellCheck={false}
            onChange={({ target }) => setUsername(target.value)}
            maxLength={50}
          />
        </label>
        <label className="field">
          <span>Người trong danh bạ đang xem; vai trò theo người</span>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="Chọn người"
            value={personId}
            onChange={(id: string | undefined) => setPersonId(id ?? null)}
            options={people.map(({ id, name, unitName, position }) => ({
              value: id,
              label: [name, position, unitName].filter(Boolean).join(', '),
            }))}
          />
        </label>
        <fieldset className="group">
          <legend>Vai trò của riêng tài khoản, dùng với mọi kế hoạch</legend>
          <Checkbox.Group
            value={[...roles]}
            onChange={(chosen) => setRoles(chosen.map(String))}
            options={ownRoles.map((role) => ({ value: role, label: roleWord(role) }))}
          />
        </fieldset>
      </div>
    </Dialog>
  );
}
