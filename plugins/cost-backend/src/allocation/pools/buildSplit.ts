import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { addMonths, earlierOf, firstDayOf, monthOf } from '../../calendar/days';
import type { StoredAllocation } from '../versions/StoredAllocation';
import type { VersionRange } from '../versions/versionRanges';
import { splitPool } from './splitPool';

interface BuildSplitOptions {
  generationId: number;
  /** The first day of the calendar month. */
  month: string;
  allocations: readonly StoredAllocation[];
  ranges: readonly VersionRange[];
  /** The sums of charges that count then. */
  chargeGenerationIds: readonly number[];
  currency: string;
}

/**
 * Works out what pools give away in a calendar month, by the rules of its days.
 *
 * @throws ConflictError when it is not nothing altogether
 */
export async function buildSplit(
  knex: Knex,
  options: BuildSplitOptions,
): Promise<void> {
  const { allocations, chargeGenerationIds, generationId, ranges } = options;
  for (const { from, to, version } of portionsOf(options.month, ranges)) {
    const definition = allocations.find(
      one => one.version === version,
    )?.definition;
    for (const pool of definition?.spec.pools ?? []) {
      if (pool.split) {
        await splitPool(knex, {
          generationId,
          pool,
          split: pool.split,
          days: {
            currency: options.currency,
            from,
            generationIds: chargeGenerationIds,
            to,
            version,
          },
        });
      }
    }
  }
  const { rows } = await knex.raw(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day FROM daily_costs WHERE generation_id = ?
     GROUP BY daily_costs.day, dimension_id
     HAVING (sum(billed), sum(effective), sum(list), sum(contracted)) <> (0, 0, 0, 0) LIMIT 1`,
    [generationId],
  );
  if (rows.length > 0) {
    throw new ConflictError(
      `The parts of pools differ on ${rows[0].day} from what pools give away`,
    );
  }
}

/** The days of a month, by the version that allocates them. */
function portionsOf(
  month: string,
  ranges: readonly VersionRange[],
): { version: number; from: string; to: string }[] {
  const end = firstDayOf(addMonths(monthOf(month), 1));
  return ranges
    .map(({ from = month, version }, index) => ({
      version,
      from: from > month ? from : month,
      to: earlierOf(ranges[index + 1]?.from ?? end, end),
    }))
    .filter(({ from, to }) => from < to);
}
