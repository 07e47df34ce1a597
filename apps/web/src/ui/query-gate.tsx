import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { wordsOf } from '../api/problem.js';
import { Notice } from './notice.js';

/** Shows a reading: its skeleton while it comes, what went wrong with a way on, or what was read. */
export function QueryGate<Data>({
  query,
  skeleton,
  children,
}: {
  readonly query: UseQueryResult<Data>;
  readonly skeleton: ReactNode;
  readonly children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <div aria-busy="true">{skeleton}</div>;
  return (
    <div className="stack">
      <Notice tone="wrong" title="Chưa đọc được nội dung này">
        {wordsOf(query.error)}
      </Notice>
      <div>
        <Button loading={query.isFetching} onClick={() => void query.refetch()}>
          Thử lại
        </Button>
      </div>
    </div>
  );
}
