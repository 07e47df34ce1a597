import type { ReactNode } from 'react';

/** Says what is so, why, and what to do; `wrong` for what went wrong, announced at once. */
export function Notice({
  title,
  tone = 'plain',
  children,
}: {
  readonly title: string;
  readonly tone?: 'plain' | 'wrong';
  readonly children?: ReactNode;
}) {
  return (
    <div className={tone === 'wrong' ? 'notice wrong' : 'notice'} role={tone === 'wrong' ? 'alert' : undefined}>
      <strong>{title}</strong>
      {children && <div>{children}</div>}
    </div>
  );
}
