import type { Result } from '../delivery/Result.ts';
import type { BenchPostgres } from '../postgres/openPostgres.ts';
import type { Slo } from './startSlo.ts';

interface Objective {
  from: string;
  to: string;
  good: number;
  total: number;
  sli: number;
}

/**
 * Compares what the portal says with the sums over raw minutes, and with the
 * average of the ratios of minutes, which is what some tools take for it.
 */
export async function measureExactness(
  slo: Slo,
  { pool }: BenchPostgres,
): Promise<Result[]> {
  const response = await fetch(`${slo.baseUrl}/slos?limit=50`, {
    headers: slo.headers,
  });
  const { items } = await response.json();
  let mismatches = 0;
  let averageError = 0;
  for (const item of items) {
    const objective: Objective = item.objectives[0];
    const { rows } = await pool.query(
      `SELECT sum(good)::float8 AS good, sum(total)::float8 AS total,
         avg(good::float8 / nullif(total, 0)) AS average
       FROM minute_counts
       WHERE series_id = (SELECT series_id FROM objectives WHERE slo_id = $1)
         AND minute >= $2 AND minute < $3`,
      [item.id, objective.from, objective.to],
    );
    const [{ good, total, average }] = rows;
    if (good !== objective.good || total !== objective.total) {
      mismatches += 1;
    }
    averageError = Math.max(averageError, Math.abs(average - objective.sli));
  }
  return [
    {
      name: `Mismatches with raw minutes, of ${items.length} windows of 30 days`,
      value: mismatches,
      unit: '',
      limit: { kind: 'at most', value: 0 },
    },
    {
      name: 'Error of an average of ratios, on this traffic',
      value: averageError * 100,
      unit: 'percentage points',
    },
  ];
}
