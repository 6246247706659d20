import type { ScopeOptions } from '@atrium/backend-common';
import type {
  breakdownQuerySchema,
  CostBreakdown,
} from '@atrium/plugin-cost-common';
import { InputError } from '@backstage/errors';
import Big from 'big.js';
import type { z } from 'zod';
import { words } from '../../costWords';
import { addUp, type Sum } from '../sums/Snapshot';
import { GroupNames } from './GroupNames';
import { findMonthPeriods } from './monthPeriods';
import { type ReadContext, readScope } from './ReadContext';
import { readPeriod } from './readPeriod';
import { toFilters } from './toFilters';

type Query = z.output<typeof breakdownQuerySchema>;

interface Line {
  key: string;
  label: string | undefined;
  amount: Big;
  comparisonAmount?: Big;
}

/** Takes cost apart, and compares it with another period. */
export class BreakdownReads {
  readonly #context: ReadContext;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  async get(query: Query, options: ScopeOptions): Promise<CostBreakdown> {
    const comparison = readComparison(query);
    const { entityRef, groupBy, limit, metric } = query;
    return readScope(
      this.#context,
      { ...options, entityRef },
      async (snapshot, { targetIds }) => {
        const period = readPeriod(
          query,
          findMonthPeriods(snapshot, undefined).complete,
        );
        const names = new GroupNames({
          ...this.#context,
          groupBy,
          knex: snapshot.trx,
        });
        const read = async (days: { from: string; to: string }) =>
          names.hide(
            await snapshot.sum({
              ...days,
              filters: toFilters(query),
              groupBy,
              metric,
              targetIds,
            }),
            options,
          );
        const now = await read(period);
        const before = comparison && (await read(comparison));
        const lines = toLines(now, before).filter(isWorthALine);
        const nameOf = await names.find([...now, ...(before ?? [])]);
        const rest = lines.slice(limit);
        return {
          ...snapshot.describe(metric, period),
          groupBy,
          comparison,
          total: addUp(now).toFixed(),
          comparisonTotal: before && addUp(before).toFixed(),
          items: lines.slice(0, limit).map(line => ({
            key: line.key,
            ...nameOf(line.key),
            ...toAmounts(line),
          })),
          ...(rest.length > 0 && {
            rest: { count: rest.length, ...toAmounts(addLines(rest)) },
          }),
        };
      },
    );
  }
}

function readComparison({
  compareFrom,
  compareTo,
}: Query): { from: string; to: string } | undefined {
  if (compareFrom === undefined && compareTo === undefined) {
    return undefined;
  }
  if (compareFrom === undefined || compareTo === undefined) {
    throw words.error(InputError, words.describe('cost.refusal.comparison'));
  }
  return readPeriod(
    { from: compareFrom, to: compareTo },
    { from: compareFrom, to: compareTo },
  );
}

/** A pool that gave all away, such as one that is split, says nothing. */
function isWorthALine({ amount, comparisonAmount }: Line): boolean {
  return !amount.eq(0) || comparisonAmount?.eq(0) === false;
}

/** The groups of both periods, most expensive first. */
function toLines(now: Sum[], before: Sum[] | undefined): Line[] {
  const earlier = new Map(before?.map(sum => [sum.key, sum]));
  const lines: Line[] = now.map(({ amount, key, label }) => ({
    key,
    label,
    amount,
    ...(before && {
      comparisonAmount: earlier.get(key)?.amount ?? new Big(0),
    }),
  }));
  const present = new Set(now.map(({ key }) => key));
  for (const { amount, key, label } of before ?? []) {
    if (!present.has(key)) {
      lines.push({ key, label, amount: new Big(0), comparisonAmount: amount });
    }
  }
  return lines.sort(
    (one, other) =>
      other.amount.cmp(one.amount) || one.key.localeCompare(other.key),
  );
}

function addLines(lines: Line[]): Omit<Line, 'key' | 'label'> {
  return {
    amount: addUp(lines),
    ...(lines[0]?.comparisonAmount && {
      comparisonAmount: addUp(
        lines.map(({ comparisonAmount }) => ({
          amount: comparisonAmount ?? new Big(0),
        })),
      ),
    }),
  };
}

function toAmounts({
  amount,
  comparisonAmount,
}: Pick<Line, 'amount' | 'comparisonAmount'>) {
  return {
    amount: amount.toFixed(),
    comparisonAmount: comparisonAmount?.toFixed(),
  };
}
