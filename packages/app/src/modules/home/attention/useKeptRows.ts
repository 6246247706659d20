import { useEffect } from 'react';

const KEY = 'atrium.home.attention-rows';

/** More are not shown at once. */
export const MAX_ROWS = 4;

/** What says that nothing waits takes as much room as two rows. */
const CALM_ROWS = 2;

/**
 * For how many rows room is kept: as many as there are, and before that is known
 * as many as there were last time in this browser, so that nothing moves.
 *
 * @param count - how many things wait; undefined while it is not known
 */
export function useKeptRows(count: number | undefined): number {
  const rows =
    count === undefined
      ? readRows()
      : Math.min(MAX_ROWS, count === 0 ? CALM_ROWS : count);
  useEffect(() => {
    if (count !== undefined) {
      localStorage.setItem(KEY, String(rows));
    }
  }, [count, rows]);
  return rows;
}

function readRows(): number {
  const rows = Number(localStorage.getItem(KEY));
  return Number.isInteger(rows) && rows >= 1 && rows <= MAX_ROWS
    ? rows
    : MAX_ROWS;
}
