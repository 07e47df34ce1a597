import type { ReactNode } from 'react';

/** Says what is so, why, and what to do; `wrong` for what went wrong, announced at once. */
export function Notice({
  title,
  tone = 'plain',
  live = false,
  children,
}: {
  readonly title: string;
  readonly tone?: 'plain' | 'wrong';
  /** Comes and goes by itself: told to a screen reader when it does, without hurry. */
  readonly live?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <div
      className={tone === 'wrong' ? 'notice wrong' : 'notice'}
      role={tone === 'wrong' ? 'alert' : live ? 'status' : undefined}
    >
      <strong>{title}</strong>
      {children && <div>{children}</div>}
    </div>
  );
}
