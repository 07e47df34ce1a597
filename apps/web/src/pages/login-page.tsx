import type { Me } from '@don-doc/contracts/http';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { post } from '../api/http.js';
import { wordsOf } from '../api/problem.js';
import { meQuery } from '../api/queries.js';
import { Notice } from '../ui/notice.js';

/** `before` where a session ended under somebody's hands: what they were typing stays behind this page. */
export function LoginPage({ before }: { readonly before?: Me }) {
  const client = useQueryClient();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const login = useMutation({
    mutationFn: () => post<Me>('/auth/login', { username: username.trim(), password }),
    onSuccess: async (me) => {
      await client.cancelQueries();
      if (before && before.accountId !== me.accountId) return location.assign('/');
      client.setQueryData(meQuery().queryKey, me);
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (username.trim() && password) login.mutate();
  };
  return (
    <main className="login">
      <form className="sheet stack" onSubmit={send}>
        <div>
          <h1>Đôn Đốc</h1>
          <p className="muted">
            {before
              ? `Phiên làm việc của ${before.name} đã hết. Đăng nhập lại để làm tiếp; nội dung đang nhập vẫn còn.`
              : 'Chạy kế hoạch của cơ quan như nó được ban hành.'}
          </p>
        </div>
        <label className="field">
          <span>Tên đăng nhập</span>
          <Input
            autoFocus
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={username}
            onChange={({ target }) => setUsername(target.value)}
          />
        </label>
        <label className="field">
          <span>Mật khẩu</span>
          <Input.Password
            autoComplete="current-password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        </label>
        {login.error && (
          <Notice tone="wrong" title="Chưa đăng nhập được">
            {wordsOf(login.error)}
          </Notice>
        )}
        <Button type="primary" htmlType="submit" loading={login.isPending} disabled={!username.trim() || !password}>
          Đăng nhập
        </Button>
        <details className="small">
          <summary>Mật khẩu lần đầu ở đâu</summary>
          <p className="muted">
            Mật khẩu đầu tiên được in một lần khi khởi động: xem cửa sổ chạy <code>npm start</code>. Nếu không còn thấy,
            đề nghị quản trị cấp lại.
          </p>
        </details>
      </form>
    </main>
  );
}
