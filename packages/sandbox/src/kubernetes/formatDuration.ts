import { day, hour, minute, second } from './kubernetesTypes.ts';

const year = 365 * day;

/** A duration as kubectl shortens it: `45s`, `7m12s`, `5h3m`, `12d`. */
export function formatDuration(milliseconds: number): string {
  const ms = Math.max(milliseconds, 0);
  const whole = (unit: number) => Math.floor(ms / unit);
  const pair = (large: [number, string], small: [number, string]) => {
    const rest = Math.floor((ms % large[0]) / small[0]);
    return `${whole(large[0])}${large[1]}${rest > 0 ? rest + small[1] : ''}`;
  };
  if (ms < 2 * minute) return `${whole(second)}s`;
  if (ms < 10 * minute) return pair([minute, 'm'], [second, 's']);
  if (ms < 3 * hour) return `${whole(minute)}m`;
  if (ms < 8 * hour) return pair([hour, 'h'], [minute, 'm']);
  if (ms < 2 * day) return `${whole(hour)}h`;
  if (ms < 8 * day) return pair([day, 'd'], [hour, 'h']);
  if (ms < 2 * year) return `${whole(day)}d`;
  if (ms < 8 * year) return pair([year, 'y'], [day, 'd']);
  return `${whole(year)}y`;
}

/** How long ago a time was, as in the column AGE. */
export function formatAge(time: string, now: number): string {
  return time ? formatDuration(now - Date.parse(time)) : '<unknown>';
}
