/**
 * The last day that a source has charges for, as `day`; no row where there is none
 * before today. Takes today twice, as its bindings.
 *
 * @remarks A source that has use of single days is known up to the last of these: a fee
 * for a whole month is on all of its days, also on those of which nothing else is known
 * yet. Any other is known up to the last day that it has charges for.
 *
 * @param source - the SQL of its name
 */
export function lastChargedDaySql(source: string): string {
  return `
    -- Of a month that has just begun, only fees for all of it may be there.
    SELECT coalesce(max(u.day), max(o.day)) AS day FROM (
      SELECT o.id, d.day FROM generations o
      CROSS JOIN LATERAL (
        -- On the first of a month its bill is there, and no day of it is over.
        SELECT day FROM daily_dimension_costs
        WHERE generation_id = o.id AND day < ?::date
        ORDER BY generation_id DESC, day DESC LIMIT 1) d
      WHERE o.source = ${source} AND o.state = 'active' AND o.kind = 'charges'
      ORDER BY o.month DESC LIMIT 2) o
    LEFT JOIN LATERAL (
      -- Use that begins on the day and does not go on. What it looks up, it looks
      -- up for the few rows that it takes to find one.
      SELECT c.day FROM daily_dimension_costs c
      WHERE c.generation_id = o.id AND c.day < ?::date AND c.row_count > 0
        AND (SELECT charge_category FROM dimensions WHERE id = c.dimension_id) = 'Usage'
        AND c.row_count + c.carried_count > coalesce((
          SELECT n.carried_count FROM daily_dimension_costs n
          WHERE n.dimension_id = c.dimension_id AND n.day = c.day + 1
            AND n.generation_id = c.generation_id), 0)
      ORDER BY c.generation_id DESC, c.day DESC LIMIT 1) u ON true
    HAVING max(o.day) IS NOT NULL`;
}
