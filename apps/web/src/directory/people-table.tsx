import type { DirectoryPeople } from '@don-doc/contracts/http';
import { Notice } from '../ui/notice.js';
import { roleWord } from '../words.js';

export function PeopleTable({ of }: { readonly of: DirectoryPeople }) {
  if (of.people.length === 0)
    return <Notice title="Danh bạ này chưa có ai">Quản trị nhập danh bạ từ tệp Excel, CSV hoặc JSON.</Notice>;
  return (
    <div className="sheet scroll" tabIndex={0} role="region" aria-label="Người trong danh bạ">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            <th scope="col">Họ và tên</th>
            <th scope="col">Chức vụ</th>
            <th scope="col">Vai trò</th>
            <th scope="col">Thư điện tử</th>
            <th scope="col">Tài khoản</th>
          </tr>
        </thead>
        <tbody>
          {of.people.map((person) => (
            <tr key={person.id}>
              <td>{person.unitName ?? <span className="muted">Lãnh đạo cơ quan</span>}</td>
              <td>{person.name}</td>
              <td>{person.position}</td>
              <td>{person.roles.map(roleWord).join(', ')}</td>
              <td>{person.email ?? <span className="muted">chưa có</span>}</td>
              <td>{person.username ?? <span className="muted">chưa có</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
