import type { Me } from '@don-doc/contracts/http';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { NavLink, Navigate, Link, Outlet } from 'react-router';
import { post } from '../api/http.js';
import { wordsOf } from '../api/problem.js';
import { inboxQuery, meQuery } from '../api/queries.js';
import { LoginPage } from '../pages/login-page.js';
import { PasswordPage } from '../pages/password-page.js';
import { Notice } from '../ui/notice.js';
import { roleWord } from '../words.js';
import { isGuest, isOfUnit, keepsDirectory, SessionProvider, useMe } from './session.js';
import { useTheme } from './theme.js';

/** Who is at work decides what is behind: the log-in page, the first change of password, or the product. */
export function Shell() {
  const me = useQuery(meQuery());
  // Where a session ends under somebody's hands, what they were typing stays behind the log-in page.
  const [last, setLast] = useState<Me | null>(null);
  if (me.data && me.data !== last) setLast(me.data);
  const ended = me.data === null;
  const shown = me.data ?? last;
  if (me.isPending) return <div aria-busy="true" />;
  if (ended && !shown) return <LoginPage />;
  if (!shown) {
    return (
      <div className="login">
        <div className="sheet card stack">
          <h1>Đôn Đốc</h1>
          <Notice tone="wrong" title="Chưa mở được trang làm việc">
            {wordsOf(me.error)}
          </Notice>
          <Button type="primary" loading={me.isFetching} onClick={() => void me.refetch()}>
            Thử lại
          </Button>
        </div>
      </div>
    );
  }
  if (shown.mustChangePassword) return ended ? <LoginPage /> : <PasswordPage me={shown} />;
  return (
    <SessionProvider value={shown}>
      {ended && (
        <div className="login-over">
          <LoginPage before={shown} />
        </div>
      )}
      <a className="skip" href="#noi-dung">
        Đến nội dung chính
      </a>
      <Head />
      <Outlet />
    </SessionProvider>
  );
}

function Head() {
  const me = useMe();
  const { mode, toggle } = useTheme();
  const inbox = useQuery(inboxQuery());
  const unread = inbox.data?.unread ?? 0;
  const logout = useMutation({
    mutationFn: () => post<void>('/auth/logout'),
    // A fresh page: nothing of one person is left in memory for the next.
    onSettled: () => location.assign('/'),
  });
  return (
    <header className="shell-head">
      <Link className="brand" to="/">
        Đôn Đốc
      </Link>
      <nav className="shell-nav" aria-label="Chính">
        {me.unitId && !isGuest(me) && <NavLink to="/viec-cua-toi">Việc của tôi</NavLink>}
        <NavLink to="/ke-hoach">Kế hoạch</NavLink>
        {keepsDirectory(me) && <NavLink to="/danh-ba">Danh bạ</NavLink>}
        <NavLink to="/hop-thu">
          Hộp thư nhắc việc
          {unread > 0 && (
            <span className="count">
              {unread > 99 ? '99+' : unread}
              <span className="sr"> chưa đọc</span>
            </span>
          )}
        </NavLink>
      </nav>
      <div className="who small">
        <div>{me.name}</div>
        <div className="muted">{me.unitName ?? me.roles.map(roleWord).join(', ')}</div>
      </div>
      <Button size="small" type="text" onClick={toggle}>
        {mode === 'dark' ? 'Nền sáng' : 'Nền tối'}
      </Button>
      <Button size="small" type="text" loading={logout.isPending} onClick={() => logout.mutate()}>
        Đăng xuất
      </Button>
    </header>
  );
}

export function Home() {
  return <Navigate to={isOfUnit(useMe()) ? '/viec-cua-toi' : '/ke-hoach'} replace />;
}
