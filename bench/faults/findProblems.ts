import type { FaultsWorld } from './FaultsWorld.ts';

/** What was pushed, and acknowledged in the end. */
interface Pushed {
  minutes: number;
  good: number;
  total: number;
}

const COUNTED = `
  SELECT count(*)::int AS minutes, sum(good)::int AS good,
    sum(total)::int AS total FROM slo.minute_counts`;

/** Hours that are summed up, and not to be summed up again, by their minutes. */
const WRONG_HOURS = `
  SELECT count(*)::int AS wrong FROM slo.hour_counts h LEFT JOIN LATERAL (
      SELECT sum(m.good) AS good, sum(m.total) AS total, count(*) AS minutes
      FROM slo.minute_counts m WHERE m.series_id = h.series_id
        AND m.minute >= h.hour AND m.minute < h.hour + interval '1 hour') m ON true
  WHERE (h.good, h.total, h.minutes) IS DISTINCT FROM (m.good, m.total, m.minutes)
    AND NOT EXISTS (SELECT FROM slo.stale_hours s
      WHERE s.series_id = h.series_id AND s.hour = h.hour)`;

const REPEATED_ALERTS = `
  SELECT count(*)::int AS wrong FROM (
    SELECT FROM slo.alerts GROUP BY objective_id, rule HAVING count(*) > 1) r`;

const REPEATED_DELIVERIES = `
  SELECT count(*)::int AS wrong FROM (
    SELECT FROM slo.alert_deliveries d JOIN slo.alert_changes c ON c.id = change_id
    GROUP BY c.alert_id, c.state, d.target HAVING count(*) > 1) r`;

const STUCK_TASKS = `
  SELECT count(*)::int AS wrong FROM slo.backstage_backend_tasks__tasks
  WHERE current_run_started_at < now() - interval '1 minute'`;

/** What the database and the receiver of alerts have that was not promised. */
export async function findProblems(
  { pool, alerts }: FaultsWorld,
  pushed: Pushed,
): Promise<string[]> {
  const problems: string[] = [];
  const { rows: counted } = await pool.query<Pushed>(COUNTED);
  const { minutes, good, total } = counted[0];
  if (
    minutes !== pushed.minutes ||
    good !== pushed.good ||
    total !== pushed.total
  ) {
    problems.push(`${minutes} minutes with ${good} of ${total} are stored`);
  }
  for (const [what, query] of [
    ['hours are summed up wrongly', WRONG_HOURS],
    ['alerts went off twice', REPEATED_ALERTS],
    ['alerts are told twice', REPEATED_DELIVERIES],
    ['tasks are taken by nobody', STUCK_TASKS],
  ]) {
    const { rows } = await pool.query<{ wrong: number }>(query);
    if (rows[0].wrong > 0) {
      problems.push(`${rows[0].wrong} ${what}`);
    }
  }
  const { rows: deliveries } = await pool.query<{ key: string }>(
    `SELECT c.alert_id || '/' || d.id AS key FROM slo.alert_deliveries d
     JOIN slo.alert_changes c ON c.id = d.change_id WHERE target = 'on-call'`,
  );
  const known = new Set(deliveries.map(({ key }) => key));
  const received = new Set(alerts.received.map(({ id }) => id));
  const lost = known.difference(received).size;
  const unknown = received.difference(known).size;
  if (lost > 0 || unknown > 0) {
    problems.push(`${lost} alerts were lost, ${unknown} never happened`);
  }
  return problems;
}
