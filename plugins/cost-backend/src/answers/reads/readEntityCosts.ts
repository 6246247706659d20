import type { CostMetric, Forecast } from '@atrium/plugin-cost-common';
import type Big from 'big.js';
import type { Target } from '../access/CostScopes';
import { addUp, type Snapshot, type Sum } from '../sums/Snapshot';
import type { MonthPeriods } from './monthPeriods';
import { readForecasts } from './readForecast';

/** What an entity, or what it stands for, cost in the month so far. */
export interface EntityCosts {
  /** Whether there is a charge in this month or in the one before. */
  isMeasured: boolean;
  monthToDate: Big;
  /** Absent without a charge in the same days of the month before. */
  sameDaysLastMonth?: Big;
  forecast?: Forecast;
}

const METRIC: CostMetric = 'effective';

/** The costs of many entities, each with what it stands for, by few questions. */
export async function readEntityCosts(
  snapshot: Snapshot,
  options: { periods: MonthPeriods; targets: ReadonlyMap<string, Target[]> },
): Promise<Map<string, EntityCosts>> {
  const { periods, targets } = options;
  const ids = [...targets.values()].flat().map(({ id }) => id);
  const query = {
    metric: METRIC,
    targetIds: [...new Set(ids)],
    groupBy: 'entity' as const,
  };
  const now = await snapshot.sum({ ...query, ...periods.complete });
  const before = await snapshot.sum({ ...query, ...periods.sameDays });
  const forecastOf = await readForecasts(snapshot, { ...query, periods });
  return new Map(
    [...targets].map(([entityRef, members]) => {
      const refs = new Set(members.map(({ ref }) => ref));
      const own = (sums: Sum[]) => sums.filter(({ key }) => refs.has(key));
      const ownNow = own(now);
      const ownBefore = own(before);
      const result = forecastOf(refs);
      return [
        entityRef,
        {
          isMeasured: ownNow.length + ownBefore.length > 0,
          monthToDate: addUp(ownNow),
          sameDaysLastMonth:
            ownBefore.length > 0 ? addUp(ownBefore) : undefined,
          forecast: 'forecast' in result ? result.forecast : undefined,
        },
      ];
    }),
  );
}
