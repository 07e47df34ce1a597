import type { Me } from '@don-doc/contracts/http';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { post } from '../api/http.js';
import { wordsOf } from '../api/problem.js';
import { meQuery } from '../api/queries.js';
import { Notice } from '../ui/notice.js';

const SHORTEST = 10;

/** The first password was printed on a screen: it is changed before anything else. */
export function PasswordPage({ me }: { readonly me: Me }) {
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => post<void>('/auth/password', { current, next }),
    onSuccess: () => client.invalidateQueries({ queryKey: meQuery().queryKey }),
  });
  const ready = current !== '' && next.length >= SHORTEST;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (ready) change.mutate();
  };
  return (
    <main className="login">
      <form className="sheet stack" onSubmit={send}>
        <div>
          <h1>Đặt mật khẩu mới</h1>
          <p className="muted">{me.name}, mật khẩu lần đầu cần được thay trước khi làm việc.</p>
        </div>
        <label className="field">
          <span>Mật khẩu đang dùng</span>
          <Input.Password
            autoComplete="current-password"
            value={current}
            onChange={({ target }) => setCurrent(target.value)}
          />
        </label>
        <label className="field">
          <span>Mật khẩu mới, ít nhất {SHORTEST} ký tự</span>
          <Input.Password autoComplete="new-password" value={next} onChange={({ target }) => setNext(target.value)} />
        </label>
        {change.error && (
          <Notice tone="wrong" title="Chưa đổi được mật khẩu">
            {wordsOf(change.error)}
          </Notice>
        )}
        <Button type="primary" htmlType="submit" loading={change.isPending} disabled={!ready}>
          Đổi mật khẩu
        </Button>
      </form>
    </main>
  );
}
