import type { DirectoryPeople, DirectoryView } from '@don-doc/contracts/http';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { directoriesQuery, peopleQuery } from '../api/queries.js';
import { keepsDirectory, useMe } from '../app/session.js';
import { Notice } from '../ui/notice.js';
import { QueryGate } from '../ui/query-gate.js';
import { Bone } from '../ui/skeleton.js';
import { AccountsPanel } from './accounts-panel.js';
import { ImportPeople } from './import-people.js';
import { NewDirectory } from './new-directory.js';
import { PeopleTable } from './people-table.js';

/** Who the plans' people are: units, heads, addresses and roles; for the administrator also their accounts. */
export default function DirectoryPage() {
  const me = useMe();
  const directories = useQuery(directoriesQuery());
  if (!keepsDirectory(me))
    return (
      <main id="noi-dung" className="narrow stack">
        <h1>Danh bạ</h1>
        <Notice title="Danh bạ do Văn phòng và quản trị xem">Cần sửa thông tin của mình, đề nghị báo Văn phòng.</Notice>
      </main>
    );
  return (
    <main id="noi-dung" className="stack directory">
      <h1>Danh bạ</h1>
      <QueryGate query={directories} skeleton={<Bone height={420} />}>
        {(known) => <Known known={known} />}
      </QueryGate>
    </main>
  );
}

function Known({ known }: { readonly known: readonly DirectoryView[] }) {
  const admin = useMe().roles.includes('admin');
  const [chosen, setChosen] = useState<string | null>(null);
  const directoryId = known.find(({ id }) => id === chosen)?.id ?? known[0]?.id;
  const people = useQuery({ ...peopleQuery(directoryId ?? ''), enabled: directoryId !== undefined });
  return (
    <>
      <div className="line">
        {known.length > 0 && (
          <Select
            aria-label="Danh bạ đang xem"
            value={directoryId}
            onChange={(id: string) => setChosen(id)}
            options={known.map(({ id, name }) => ({ value: id, label: name }))}
            style={{ minWidth: 280 }}
          />
        )}
        {admin && <NewDirectory onMade={setChosen} />}
      </div>
      {directoryId && admin && <ImportPeople key={directoryId} directoryId={directoryId} />}
      {directoryId && (
        <QueryGate query={people} skeleton={<Bone height={320} />}>
          {(found) => (
            <>
              <Unreachable of={found} />
              <PeopleTable of={found} />
            </>
          )}
        </QueryGate>
      )}
      {admin && <AccountsPanel people={people.data?.people ?? []} />}
    </>
  );
}

const whyWords: Readonly<Record<string, string>> = {
  'no-head': 'chưa có lãnh đạo đơn vị',
  'no-address': 'lãnh đạo đơn vị chưa có thư điện tử',
};

function Unreachable({ of }: { readonly of: DirectoryPeople }) {
  if (of.unreachable.length === 0) return null;
  return (
    <Notice title={`${of.unreachable.length} đơn vị chưa nhận được thư nhắc`}>
      <ul>
        {of.unreachable.map(({ unitId, unitName, why }) => (
          <li key={unitId}>
            {unitName}: {whyWords[why]}
          </li>
        ))}
      </ul>
      Bổ sung người, thư điện tử vào tệp danh bạ rồi quản trị nhập lại. Chưa bổ sung thì lời nhắc của đơn vị chỉ đến Văn
      phòng.
    </Notice>
  );
}
