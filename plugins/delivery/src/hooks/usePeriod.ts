import { useState } from 'react';

const DAY_MS = 86_400_000;

/**
 * The last days up to the end of today, UTC.
 *
 * @remarks Whole days, and fixed while a page is open: a period that moves with
 * the clock would be another query at every drawing.
 */
export function usePeriod(days: number): { from: string; to: string } {
  const [end] = useState(
    () => Math.floor(Date.now() / DAY_MS) * DAY_MS + DAY_MS,
  );
  return {
    from: new Date(end - days * DAY_MS).toISOString(),
    to: new Date(end).toISOString(),
  };
}
