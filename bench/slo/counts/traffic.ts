const MINUTE_MS = 60_000;
/** Of each day, UTC. */
const BUSY_HOURS = [10, 11];

/** Minutes since 1970: `from` is among them, `to` is not. */
export interface MinuteRange {
  from: number;
  to: number;
}

/** The minute that is under way. */
export function currentMinute(): number {
  return Math.floor(Date.now() / MINUTE_MS);
}

/** When a minute begins. */
export function startOf(minute: number): Date {
  return new Date(minute * MINUTE_MS);
}

/** Whether a minute is among those with nearly all of the traffic. */
export function isBusy(minute: number): boolean {
  return BUSY_HOURS.includes(Math.floor(minute / 60) % 24);
}

/**
 * A statement for what happened in some minutes to each series that an SLO
 * reads, minute by minute, the order in which counts come in. It says the same
 * whenever it is asked. Traffic is skewed: two hours a day have nearly all of
 * it, and nearly all of what goes wrong.
 */
export function trafficSql({ from, to }: MinuteRange): string {
  return `
    SELECT t.series_id, t.key, t.minute, t.total,
      t.total - t.total * t.weight * (n % 13) / 20000 AS good
    FROM generate_series(${from}, ${to - 1}) AS n
    CROSS JOIN LATERAL (
      SELECT s.id AS series_id, s.key, to_timestamp(n * 60::float8) AS minute,
        CASE WHEN b.is_busy THEN 7 ELSE 1 END AS weight,
        CASE WHEN b.is_busy THEN 9000 + (n::bigint * 7919 + s.id) % 2000
          ELSE (n::bigint * 104729 + s.id) % 20 END AS total
      FROM series s
      CROSS JOIN (SELECT n / 60 % 24 IN (${BUSY_HOURS}) AS is_busy) b
      WHERE s.id IN (SELECT series_id FROM objectives)
      -- Keeps the minutes outside, else all of one series would come first.
      OFFSET 0
    ) t`;
}
