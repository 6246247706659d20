import type { ScopeOptions } from '@atrium/backend-common';
import type { CostMovers, moversQuerySchema } from '@atrium/plugin-cost-common';
import { isError } from '@backstage/errors';
import type Big from 'big.js';
import type { z } from 'zod';
import { namePools } from '../../allocation/pools/readPoolTitles';
import { listDays } from '../../calendar/days';
import type { CostScope } from '../access/CostScopes';
import { hideEntities } from '../charges/hideEntities';
import { findMonthPeriods, type MonthPeriods } from '../reads/monthPeriods';
import { type ReadContext, readScope } from '../reads/ReadContext';
import { findLevelChange } from './findLevelChange';
import { type Mover, readMovers } from './readMovers';

type Query = z.output<typeof moversQuerySchema>;

/** Says what made cost rise or fall since the same days of the month before. */
export class MoverReads {
  readonly #context: ReadContext;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  /** Resources are named to who may read the rows of the bill, else services. */
  async get(query: Query, options: ScopeOptions): Promise<CostMovers> {
    const { entityRef, limit, metric } = query;
    return readScope(
      this.#context,
      { ...options, entityRef },
      async (snapshot, scope) => {
        const periods = findMonthPeriods(snapshot, query.month);
        const { complete, sameDays } = periods;
        const { targetIds } = scope;
        const asked = { metric, targetIds };
        const now = await snapshot.total({ ...asked, ...complete });
        const before = await snapshot.total({ ...asked, ...sameDays });
        const movers = await readMovers(snapshot, {
          ...asked,
          periods,
          limit,
          readableIds: await this.#findReadable(scope, options),
        });
        return {
          ...snapshot.describe(metric, complete),
          comparison: sameDays,
          change: now.minus(before).toFixed(),
          items: await hideEntities(
            await namePools(
              snapshot.trx,
              movers.map(mover => toItem(mover, periods)),
            ),
            { ...options, visible: this.#context.visible },
          ),
        };
      },
    );
  }

  /** Whose resources may be named: of everybody where it is undefined. */
  async #findReadable(
    scope: CostScope,
    options: ScopeOptions,
  ): Promise<number[] | undefined> {
    try {
      return await this.#context.access.requireRows(scope, options);
    } catch (error) {
      if (isError(error) && error.name === 'NotAllowedError') {
        return [];
      }
      throw error;
    }
  }
}

function toItem(
  mover: Mover,
  periods: MonthPeriods,
): CostMovers['items'][number] {
  const { amount, comparisonAmount, days, ...names } = mover;
  const change = amount.minus(comparisonAmount);
  return {
    ...names,
    amount: amount.toFixed(),
    comparisonAmount: comparisonAmount.toFixed(),
    change: change.toFixed(),
    kind: kindOf(amount, comparisonAmount),
    since: findSince(days, { change, periods }),
  };
}

function kindOf(amount: Big, before: Big): CostMovers['items'][number]['kind'] {
  if (before.eq(0)) {
    return 'new';
  }
  if (amount.eq(0)) {
    return 'gone';
  }
  return amount.gt(before) ? 'rise' : 'fall';
}

/** The first day on the new level, where it goes the way the month went. */
function findSince(
  days: ReadonlyMap<string, Big>,
  { change, periods }: { change: Big; periods: MonthPeriods },
): string | undefined {
  const all = listDays(periods.sameDays.from, periods.complete.to);
  const values = all.map(day => Number(days.get(day) ?? 0));
  const index = findLevelChange(values);
  if (index === undefined) {
    return undefined;
  }
  const rise = meanOf(values.slice(index)) - meanOf(values.slice(0, index));
  return rise > 0 === change.gt(0) ? all[index] : undefined;
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
