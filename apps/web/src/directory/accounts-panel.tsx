import type { AccountOpened, AccountView, PersonView } from '@don-doc/contracts/http';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { post } from '../api/http.js';
import { wordsOf } from '../api/problem.js';
import { accountsQuery } from '../api/queries.js';
import { useMe } from '../app/session.js';
import { copyText } from '../ui/copy.js';
import { Notice } from '../ui/notice.js';
import { QueryGate } from '../ui/query-gate.js';
import { Bone } from '../ui/skeleton.js';
import { roleWord } from '../words.js';
import { OpenAccount } from './open-account.js';

type Act = 'disable' | 'enable' | 'reset';

/** Who may sign in. A first password is shown once, here, and never again. */
export function AccountsPanel({ people }: { readonly people: readonly PersonView[] }) {
  const client = useQueryClient();
  const accounts = useQuery(accountsQuery());
  const [opened, setOpened] = useState<AccountOpened | null>(null);
  const renew = () =>
    Promise.all([['accounts'], ['directories']].map((queryKey) => client.invalidateQueries({ queryKey })));
  const act = useMutation({
    mutationFn: ({ id, what }: { id: string; what: Act }) =>
      post<AccountView | AccountOpened>(`/accounts/${id}/${what}`, {}),
    onSuccess: (answer) => {
      if ('password' in answer) setOpened(answer);
      return renew();
    },
  });
  return (
    <section className="stack" aria-labelledby="tai-khoan">
      <div className="spread">
        <h2 id="tai-khoan">Tài khoản</h2>
        <OpenAccount
          people={people}
          onOpened={(answer) => {
            setOpened(answer);
            void renew();
          }}
        />
      </div>
      {opened && <FirstPassword opened={opened} onClose={() => setOpened(null)} />}
      {act.error && (
        <Notice tone="wrong" title="Chưa thực hiện được">
          {wordsOf(act.error)}
        </Notice>
      )}
      <QueryGate query={accounts} skeleton={<Bone height={240} />}>
        {(all) => (
          <div className="sheet scroll" tabIndex={0} role="region" aria-label="Danh sách tài khoản">
            <table className="list">
              <thead>
                <tr>
                  <th scope="col">Tên đăng nhập</th>
                  <th scope="col">Người, đơn vị</th>
                  <th scope="col">Vai trò</th>
                  <th scope="col">Tình trạng</th>
                  <th scope="col">
                    <span className="sr">Việc</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {all.map((account) => (
                  <Row
                    key={account.id}
                    account={account}
                    busy={act.isPending && act.variables.id === account.id}
                    onAct={(what) => act.mutate({ id: account.id, what })}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </QueryGate>
    </section>
  );
}

function Row({
  account,
  busy,
  onAct,
}: {
  readonly account: AccountView;
  readonly busy: boolean;
  readonly onAct: (what: Act) => void;
}) {
  const { accountId } = useMe();
  const roles = [...new Set([...account.ownRoles, ...account.personRoles])];
  return (
    <tr>
      <td className="nowrap">{account.username}</td>
      <td>
        {account.personName ?? <span className="muted">không gắn với người</span>}
        {account.directoryName && (
          <div className="small muted">
            {[account.unitName, account.directoryName].filter((part) => part !== null).join(' · ')}
          </div>
        )}
      </td>
      <td>{roles.map(roleWord).join(', ')}</td>
      <td>{account.disabled ? 'Đã khóa' : account.mustChangePassword ? 'Chờ đổi mật khẩu lần đầu' : 'Đang dùng'}</td>
      <td className="nowrap right">
        {!account.disabled && (
          <Button size="small" loading={busy} onClick={() => onAct('reset')}>
            Cấp lại mật khẩu<span className="sr"> cho {account.username}</span>
          </Button>
        )}{' '}
        {account.id !== accountId && (
          <Button size="small" loading={busy} onClick={() => onAct(account.disabled ? 'enable' : 'disable')}>
            {account.disabled ? 'Mở lại' : 'Khóa'}
            <span className="sr"> {account.username}</span>
          </Button>
        )}
      </td>
    </tr>
  );
}

function FirstPassword({ opened, onClose }: { readonly opened: AccountOpened; readonly onClose: () => void }) {
  return (
    <Notice title={`Mật khẩu lần đầu của ${opened.account.username}, chỉ hiện một lần`} live>
      <p>
        <code className="password">{opened.password}</code>
      </p>
      <p>Giao tận tay người dùng. Khi đăng nhập, người dùng phải đổi mật khẩu này.</p>
      <div className="line">
        <Button size="small" onClick={() => void copyText(opened.password)}>
          Chép mật khẩu
        </Button>
        <Button size="small" onClick={onClose}>
          Đã ghi lại, ẩn đi
        </Button>
      </div>
    </Notice>
  );
}
