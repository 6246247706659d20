import type { BenchPostgres } from '../../postgres/openPostgres.ts';
import type { Check, Sum } from './Check.ts';
import type { Status } from './readStatuses.ts';
import { sumRawMinutes } from './sumRawMinutes.ts';

const MINUTE_MS = 60_000;
/** Burn rates are told as numbers that are rounded. */
const PRECISION = 1e-9;

interface Claim {
  check: Check;
  isTrue(sum: Sum): boolean;
}

/** Holds what the portal says of SLOs against raw minutes. */
export async function countWrongStatuses(
  postgres: BenchPostgres,
  statuses: Status[],
): Promise<{ windows: number; wrong: number }> {
  const { rows } = await postgres.pool.query(
    'SELECT slo_id, series_id FROM objectives',
  );
  const series = new Map<string, number>(
    rows.map(row => [row.slo_id, row.series_id]),
  );
  const claims = statuses.flatMap(status =>
    claimsOf(status, series.get(status.sloId) ?? 0),
  );
  const sums = await sumRawMinutes(
    postgres,
    claims.map(({ check }) => check),
  );
  return {
    windows: claims.length,
    wrong: claims.filter(({ isTrue }, index) => !isTrue(sums[index])).length,
  };
}

/** The counts of the window of the SLO, and the burn rates of the others. */
function claimsOf(status: Status, seriesId: number): Claim[] {
  const from = Date.parse(status.from) / MINUTE_MS;
  const to = Date.parse(status.to) / MINUTE_MS;
  return [
    {
      check: { seriesId, from, to },
      isTrue: ({ good, total }) =>
        good === status.good && total === status.total,
    },
    ...status.burnRates.map(({ windowMinutes, burnRate }) => ({
      check: { seriesId, from: to - windowMinutes, to },
      isTrue: (sum: Sum) => isBurnRate(burnRate, sum, status.target),
    })),
  ];
}

function isBurnRate(
  burnRate: number | undefined,
  { good, total }: Sum,
  target: number,
): boolean {
  if (total === 0 || burnRate === undefined) {
    return total === 0 && burnRate === undefined;
  }
  const exact = (total - good) / total / (1 - target);
  return Math.abs(burnRate - exact) <= PRECISION * Math.max(1, exact);
}
