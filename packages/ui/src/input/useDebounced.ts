import { useEffect, useState } from 'react';

/** So long nobody types, so that a word is asked for once and not by letter. */
export const REST_MS = 200;

/** A value that follows another one once that has not changed for a moment. */
export function useDebounced<T>(value: T, restMs = REST_MS): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return rested;
}
