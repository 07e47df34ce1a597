import type { DirectoryPeople } from '@don-doc/contracts/http';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { post } from '../api/http.js';
import { Dialog } from '../dialogs/dialog.js';

export function NewDirectory({ onMade }: { readonly onMade: (id: string) => void }) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const make = useMutation({
    mutationFn: () => post<DirectoryPeople>('/directories', { name: name.trim() }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['directories'] });
      onMade(id);
      setOpen(false);
      setName('');
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>Lập danh bạ mới</Button>
      {open && (
        <Dialog
          title="Lập danh bạ mới"
          act="Lập danh bạ"
          busy={make.isPending}
          error={make.error}
          disabled={name.trim().length < 3}
          onAct={() => make.mutate()}
          onClose={() => setOpen(false)}
        >
          <label className="field">
            <span>Tên cơ quan</span>
            <Input value={name} onChange={({ target }) => setName(target.value)} maxLength={200} />
          </label>
        </Dialog>
      )}
    </>
  );
}
