import { DAY_MS } from '../../facts/elapsed';
import type { Runtime } from './findRuntimes';

/** What follows from the end of life of several runtimes, now. */
export function judgeRuntimes(runtimes: Runtime[]) {
  const ends = runtimes.map(({ endOfLife }) =>
    endOfLife === undefined ? undefined : Date.parse(endOfLife),
  );
  const known = ends.filter(end => end !== undefined);
  const first = known.length > 0 ? Math.min(...known) : undefined;
  return {
    runtimes:
      runtimes.length > 0
        ? runtimes.map(({ name, cycle }) => `${name} ${cycle}`)
        : undefined,
    runtimeSupported: tellSupported(ends),
    runtimeEndOfLifeAt:
      first === undefined ? undefined : new Date(first).toISOString(),
    daysUntilRuntimeEndOfLife:
      first === undefined
        ? undefined
        : Math.floor((first - Date.now()) / DAY_MS),
  };
}

/** The day itself still has fixes. */
function tellSupported(ends: (number | undefined)[]): boolean | undefined {
  if (ends.some(end => end !== undefined && end + DAY_MS <= Date.now())) {
    return false;
  }
  return ends.length > 0 && ends.every(end => end !== undefined)
    ? true
    : undefined;
}
