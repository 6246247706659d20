import { day, hour, minute, second } from '../durations.ts';

/** How long ago a time was, as kubectl shortens it: `45s`, `7m`, `5h`, `12d`. */
export function formatAge(time: string, now: number): string {
  if (!time) {
    return '<unknown>';
  }
  const ms = Math.max(now - Date.parse(time), 0);
  const units = [
    [day, 'd', 2],
    [hour, 'h', 3],
    [minute, 'm', 2],
  ] as const;
  for (const [unit, letter, least] of units) {
    if (ms >= least * unit) {
      return `${Math.floor(ms / unit)}${letter}`;
    }
  }
  return `${Math.floor(ms / second)}s`;
}
