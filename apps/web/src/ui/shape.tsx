import type { StatusBucket } from '@don-doc/contracts/http';

export type Mark = StatusBucket | 'due-soon' | 'submitted' | 'returned';

/**
 * A status has a word, a colour and a shape: triangle late, clock face due soon, half disc under way, ticked disc done,
 * diamond waiting for the event, dashed ring without a date, struck ring not arisen. Each is told apart in black and white.
 */
export function Shape({ mark, size = 14 }: { readonly mark: Mark; readonly size?: number }) {
  return (
    <svg className={`shape shape-${mark}`} viewBox="0 0 14 14" width={size} height={size} aria-hidden="true">
      {drawn[mark]}
    </svg>
  );
}

const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 } as const;
const tick = <path d="M4 7.3 6.2 9.4 10.1 4.9" fill="none" stroke="var(--paper)" strokeWidth="1.7" />;

const drawn: Readonly<Record<Mark, React.ReactNode>> = {
  overdue: <path d="M7 1 13.4 12.6H.6Z" fill="currentColor" />,
  'due-soon': (
    <>
      <circle cx="7" cy="7" r="5.7" {...stroke} />
      <path d="M7 3.6V7l2.4 1.7" {...stroke} />
    </>
  ),
  'in-progress': (
    <>
      <circle cx="7" cy="7" r="5.7" {...stroke} />
      <path d="M7 3.4a3.6 3.6 0 0 1 0 7.2Z" fill="currentColor" />
    </>
  ),
  submitted: (
    <>
      <circle cx="7" cy="7" r="5.7" {...stroke} />
      <path d="M7 10.4V4M4.3 6.4 7 3.7l2.7 2.7" {...stroke} />
    </>
  ),
  returned: (
    <>
      <circle cx="7" cy="7" r="5.7" {...stroke} />
      <path d="M7 3.6v6.2M4.3 7.6 7 10.3l2.7-2.7" {...stroke} />
    </>
  ),
  'completed-on-time': (
    <>
      <circle cx="7" cy="7" r="6.4" fill="currentColor" />
      {tick}
    </>
  ),
  'completed-late': (
    <>
      <rect x=".8" y=".8" width="12.4" height="12.4" rx="1.5" fill="currentColor" />
      {tick}
    </>
  ),
  'not-yet': <path d="M7 1 13 7 7 13 1 7Z" {...stroke} />,
  'no-due-date': (
    <>
      <circle cx="7" cy="7" r="5.7" {...stroke} strokeDasharray="2.2 1.9" />
      <path d="M7 4v3.4M7 9v1.2" {...stroke} />
    </>
  ),
  'not-arisen': (
    <>
      <circle cx="7" cy="7" r="5.7" {...stroke} />
      <path d="M3.6 7h6.8" {...stroke} />
    </>
  ),
  withdrawn: <path d="M2.5 2.5l9 9M11.5 2.5l-9 9" {...stroke} />,
};
