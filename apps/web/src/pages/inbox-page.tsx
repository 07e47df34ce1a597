import type { InboxEntry } from '@don-doc/contracts/http';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { post } from '../api/http.js';
import { inboxQuery } from '../api/queries.js';
import { formatExact, formatInstant } from '../format.js';
import { Notice } from '../ui/notice.js';
import { QueryGate } from '../ui/query-gate.js';
import { Bone } from '../ui/skeleton.js';

export function InboxPage() {
  const query = useQuery(inboxQuery());
  const client = useQueryClient();
  const { queryKey } = inboxQuery();
  const read = useMutation({
    // One after the other: a hundred at once would be taken for a flood, and stopped as one.
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) await post<void>(`/inbox/${id}/read`);
    },
    onMutate: (ids) => {
      const at = new Date().toISOString();
      client.setQueryData(queryKey, (old) =>
        old?.map((entry) => (ids.includes(entry.id) ? { ...entry, readAt: entry.readAt ?? at } : entry)),
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  return (
    <main id="noi-dung" className="narrow stack">
      <QueryGate
        query={query}
        skeleton={
          <div className="stack">
            {Array.from({ length: 8 }, (_, index) => (
              <Bone key={index} height={48} />
            ))}
          </div>
        }
      >
        {(entries) => {
          const unread = entries.filter(({ readAt }) => !readAt);
          return (
            <>
              <div className="spread">
                <h1>Hộp thư nhắc việc</h1>
                {unread.length > 0 && (
                  <Button size="small" loading={read.isPending} onClick={() => read.mutate(unread.map(({ id }) => id))}>
                    Đánh dấu đã đọc tất cả ({unread.length})
                  </Button>
                )}
              </div>
              {entries.length === 0 ? (
                <Notice title="Chưa có lời nhắc nào">
                  Lời nhắc về việc được giao, sắp đến hạn và quá hạn hiện ở đây ngay khi phát sinh; thư gửi lúc 08:00
                  ngày làm việc.
                </Notice>
              ) : (
                <ul className="inbox sheet">
                  {entries.map((entry) => (
                    <Entry key={entry.id} entry={entry} onRead={() => !entry.readAt && read.mutate([entry.id])} />
                  ))}
                </ul>
              )}
            </>
          );
        }}
      </QueryGate>
    </main>
  );
}

function Entry({ entry, onRead }: { readonly entry: InboxEntry; readonly onRead: () => void }) {
  return (
    <li className={entry.readAt ? 'inbox-entry' : 'inbox-entry is-unread'}>
      <time dateTime={entry.at} title={formatExact(entry.at)} className="muted small">
        {formatInstant(entry.at)}
      </time>
      <div>
        {entry.rehearsal && <span className="tag tag-rehearsal">DIỄN TẬP</span>}{' '}
        {entry.rowId ? (
          <Link to={`/ke-hoach/${entry.planId}/dong/${entry.rowId}`} onClick={onRead}>
            {entry.text}
          </Link>
        ) : (
          <Link to={`/ke-hoach/${entry.planId}`} onClick={onRead}>
            {entry.text}
          </Link>
        )}
        {!entry.readAt && <span className="sr"> (chưa đọc)</span>}
      </div>
      {!entry.readAt ? (
        <button type="button" className="link-button small" onClick={onRead}>
          Đánh dấu đã đọc
        </button>
      ) : (
        <span />
      )}
    </li>
  );
}
