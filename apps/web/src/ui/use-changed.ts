import { useEffect, useRef, useState } from 'react';

const SHOWN_MS = 2_500;

/**
 * Which of the rows changed since they were last shown, for a while: what others did fades in, and neither focus nor
 * place moves. The first reading is no change.
 */
export function useChanged<Item extends { readonly id: string }>(
  items: readonly Item[] | undefined,
  signature: (item: Item) => string,
): ReadonlySet<string> {
  const known = useRef<ReadonlyMap<string, string> | null>(null);
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (!items) return;
    const next = new Map(items.map((item) => [item.id, signature(item)]));
    const before = known.current;
    known.current = next;
    if (!before) return;
    const fresh = [...next].filter(([id, is]) => before.has(id) && before.get(id) !== is).map(([id]) => id);
    if (fresh.length === 0) return;
    setChanged(new Set(fresh));
    const timer = setTimeout(() => setChanged(new Set()), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [items, signature]);
  return changed;
}
