import type { ScopeOptions } from '@atrium/backend-common';
import type {
  CostMetric,
  CostSummaries,
  EntityCost,
} from '@atrium/plugin-cost-common';
import type { Target } from '../access/CostScopes';
import { addUp, Snapshot, type Sum } from '../sums/Snapshot';
import { findMonthPeriods } from './monthPeriods';
import type { ReadContext } from './ReadContext';
import { readForecasts } from './readForecast';

const METRIC: CostMetric = 'effective';

/** Answers what many entities cost, for lists of them. */
export class SummariesReads {
  readonly #context: ReadContext;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  /** Those that somebody may read, without those that have no charge. */
  async get(
    entityRefs: string[],
    options: ScopeOptions,
  ): Promise<CostSummaries> {
    const { access, scopes } = this.#context;
    const targets = await scopes.findMany(entityRefs, options);
    const readable = await access.filterTotals([...targets.keys()], options);
    return Snapshot.read(this.#context, async snapshot => {
      const periods = findMonthPeriods(snapshot, undefined);
      const items = await readCosts(
        snapshot,
        new Map(readable.map(ref => [ref, targets.get(ref) ?? []])),
      );
      return { ...snapshot.describe(METRIC, periods.complete), items };
    });
  }
}

async function readCosts(
  snapshot: Snapshot,
  targets: ReadonlyMap<string, Target[]>,
): Promise<EntityCost[]> {
  const periods = findMonthPeriods(snapshot, undefined);
  const ids = [...targets.values()].flat().map(({ id }) => id);
  const query = {
    metric: METRIC,
    targetIds: [...new Set(ids)],
    groupBy: 'entity' as const,
  };
  const now = await snapshot.sum({ ...query, ...periods.complete });
  const before = await snapshot.sum({ ...query, ...periods.sameDays });
  const forecastOf = await readForecasts(snapshot, { ...query, periods });
  return [...targets].flatMap(([entityRef, members]) => {
    const refs = new Set(members.map(({ ref }) => ref));
    const own = (sums: Sum[]) => sums.filter(({ key }) => refs.has(key));
    const ownNow = own(now);
    const ownBefore = own(before);
    if (ownNow.length + ownBefore.length === 0) {
      return [];
    }
    const result = forecastOf(refs);
    return [
      {
        entityRef,
        monthToDate: addUp(ownNow).toFixed(),
        sameDaysLastMonth:
          ownBefore.length > 0 ? addUp(ownBefore).toFixed() : undefined,
        forecast: 'forecast' in result ? result.forecast.amount : undefined,
      },
    ];
  });
}
