import type { Result } from '../../results/Result.ts';
import type { BenchPostgres } from '../../postgres/openPostgres.ts';
import type { Status } from './readStatuses.ts';

/** As Sloth's rules do it: the ratio of five minutes, each minute. */
const AVERAGE = `
  SELECT avg(good_5m / nullif(total_5m, 0))::float8 AS average,
    (sum(good) / sum(total))::float8 AS truth
  FROM (
    SELECT good, total, sum(good) OVER last_5m AS good_5m,
      sum(total) OVER last_5m AS total_5m
    FROM minute_counts
    WHERE series_id = (SELECT series_id FROM objectives WHERE slo_id = $1)
      AND minute >= $2 AND minute < $3
    WINDOW last_5m AS (ORDER BY minute ROWS 4 PRECEDING)
  ) m`;

/** How far an average of ratios is from what happened, for one SLO. */
export async function measureAverage(
  { pool }: BenchPostgres,
  { sloId, service, from, to, sli }: Status,
): Promise<Result> {
  const { rows } = await pool.query(AVERAGE, [sloId, from, to]);
  const { average, truth } = rows[0];
  return {
    name: `Error of an average of 5-minute ratios: ${service} is ${percent(
      truth,
    )}, ours says ${percent(sli)}, the average ${percent(average)}`,
    value: Math.abs(average - truth) * 100,
    unit: 'percentage points',
  };
}

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(4)} %`;
}
