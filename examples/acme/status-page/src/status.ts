export type Health = 'operational' | 'degraded' | 'outage' | 'unknown';

export interface StatusDay {
  /** Calendar day, UTC: `2026-11-03`. */
  date: string;
  /** Missing when nothing was measured; that is not the same as zero. */
  downMinutes?: number;
}

export interface StatusArea {
  id: string;
  name: string;
  health: Health;
  days: StatusDay[];
}

export interface Incident {
  id: string;
  title: string;
  startedAt: string;
  resolvedAt?: string;
  updates: { at: string; text: string }[];
}

export interface StatusSnapshot {
  generatedAt: string;
  areas: StatusArea[];
  incidents: Incident[];
}

const ORDER: Health[] = ['operational', 'unknown', 'degraded', 'outage'];
const MINUTES_PER_DAY = 24 * 60;
const STALE_AFTER_MS = 5 * 60_000;

/** The worst health of any area; unknown when there are none. */
export function overallHealth(areas: StatusArea[]): Health {
  return areas.reduce<Health>(
    (worst, area) =>
      ORDER.indexOf(area.health) > ORDER.indexOf(worst) ? area.health : worst,
    areas.length === 0 ? 'unknown' : 'operational',
  );
}

/** Availability over the days that were measured; undefined without any. */
export function availabilityPercent(days: StatusDay[]): number | undefined {
  const measured = days
    .map(day => day.downMinutes)
    .filter(minutes => minutes !== undefined);
  if (measured.length === 0) {
    return undefined;
  }
  const downMinutes = measured.reduce((sum, minutes) => sum + minutes, 0);
  return 100 * (1 - downMinutes / (measured.length * MINUTES_PER_DAY));
}

/** An old snapshot must not claim that all is well. */
export function isStale(snapshot: StatusSnapshot, nowMs: number): boolean {
  return nowMs - Date.parse(snapshot.generatedAt) > STALE_AFTER_MS;
}
