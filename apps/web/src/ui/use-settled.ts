import { useEffect, useState } from 'react';

/** A value once it has stopped changing for a while; compared by its JSON, so that a new object with the same content is no change. */
export function useSettled<Value>(value: Value, ms: number): Value {
  const key = JSON.stringify(value);
  const [settled, setSettled] = useState({ key, value });
  useEffect(() => {
    const timer = setTimeout(
      () => setSettled((known) => (known.key === key ? known : { key, value: JSON.parse(key) as Value })),
      ms,
    );
    return () => clearTimeout(timer);
  }, [key, ms]);
  return settled.value;
}
