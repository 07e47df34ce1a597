import type { InboxEntry } from '@don-doc/contracts/http';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { post } from '../api/http.js';
import { wordsOf } from '../api/problem.js';
import { inboxPagesQuery } from '../api/queries.js';
import { formatExact, formatInstant, formatNumber } from '../format.js';
import { Notice } from '../ui/notice.js';
import { QueryGate } from '../ui/query-gate.js';
import { Bone } from '../ui/skeleton.js';

type Marked = { readonly id: string } | { readonly asOf: string };

export function InboxPage() {
  const query = useInfiniteQuery(inboxPagesQuery());
  const client = useQueryClient();
  const { queryKey } = inboxPagesQuery();
  const read = useMutation({
    mutationFn: (marked: Marked) =>
      'id' in marked ? post<void>(`/inbox/${marked.id}/read`) : post<void>('/inbox/read', { asOf: marked.asOf }),
    onMutate: (marked) => {
      const at = new Date().toISOString();
      client.setQueryData(
        queryKey,
        (old) =>
          old && {
            ...old,
            pages: old.pages.map((page) => ({
              ...page,
              entries: page.entries.map((entry) =>
                'id' in marked && marked.id !== entry.id ? entry : { ...entry, readAt: entry.readAt ?? at },
              ),
            })),
          },
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['inbox'] }),
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
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.entries);
          const [newest] = pages;
          const unread = newest?.unread ?? 0;
          return (
            <>
              <div className="spread">
                <h1>Hộp thư nhắc việc</h1>
                {newest && unread > 0 && (
                  <Button size="small" loading={read.isPending} onClick={() => read.mutate({ asOf: newest.asOf })}>
                    Đánh dấu đã đọc tất cả ({formatNumber(unread)})
                  </Button>
                )}
              </div>
              {read.error && (
                <Notice tone="wrong" title="Chưa đánh dấu được">
                  {wordsOf(read.error)}
                </Notice>
              )}
              {entries.length === 0 ? (
                <Notice title="Chưa có lời nhắc nào">
                  Lời nhắc về việc được giao, sắp đến hạn và quá hạn hiện ở đây ngay khi phát sinh; thư gửi lúc 08:00
                  ngày làm việc.
                </Notice>
              ) : (
                <ul className="inbox sheet">
                  {entries.map((entry) => (
                    <Entry key={entry.id} entry={entry} onRead={() => !entry.readAt && read.mutate({ id: entry.id })} />
                  ))}
                </ul>
              )}
              {query.hasNextPage && (
                <div>
                  <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    Xem lời nhắc cũ hơn
                  </Button>
                </div>
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
