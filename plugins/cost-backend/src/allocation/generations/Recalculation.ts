import { failpoint } from '@atrium/backend-common';
import type { Knex } from 'knex';
import { buildSplit } from '../pools/buildSplit';
import type { StoredAllocation } from '../versions/StoredAllocation';
import type { VersionRange } from '../versions/versionRanges';
import { buildChargeSums, type ChargeGeneration } from './buildChargeSums';
import { buildCoarserSums } from './buildCoarserSums';
import type { GenerationStore, Slice } from './GenerationStore';
import { requireExactSums } from './requireExactSums';
import { withAllocationLock } from './withAllocationLock';

interface RecalculationOptions {
  /** In which currency direct cost is compared. */
  currency: string;
  generations: GenerationStore;
  knex: Knex;
}

interface RecalculateOptions {
  /** What is worked out anew. */
  slices: readonly Slice[];
  /** Calendar months whose pools are split anew, beside those of {@link slices}. */
  splitMonths?: readonly string[];
  /** The rules that {@link ranges} name. */
  allocations: readonly StoredAllocation[];
  /** By which rules, day by day. */
  ranges: readonly VersionRange[];
  /** What changes together with the sums. */
  onSwitch?(trx: Knex.Transaction): Promise<void>;
}

/** Works out sums beside those that count, and has them take their place at once. */
export class Recalculation {
  readonly #options: RecalculationOptions;

  constructor(options: RecalculationOptions) {
    this.#options = options;
  }

  /** Prepares and runs a recalculation while nobody else does. */
  async exclusively<T>(
    work: (trx: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    const { generations, knex } = this.#options;
    return withAllocationLock(knex, async trx => {
      await generations.removeAbandoned();
      return work(trx);
    });
  }

  /**
   * Builds the sums of some slices, compares them with the bill, splits the pools of
   * their calendar months and puts all of it in force.
   *
   * @param trx - the one that {@link exclusively} gives
   * @throws ConflictError when they are not what the bill says: nothing changes then
   */
  async run(trx: Knex.Transaction, options: RecalculateOptions): Promise<void> {
    const { generations } = this.#options;
    const built = await generations.create(options.slices);
    await this.#buildCharges(built, options.ranges);
    const splitIds = await this.#buildSplits(built, options);
    failpoint('cost.sums.1');
    const ids = [...built.map(({ id }) => id), ...splitIds];
    await generations.activate(trx, ids);
    await options.onSwitch?.(trx);
    failpoint('cost.sums.2');
  }

  async #buildCharges(
    built: readonly ChargeGeneration[],
    ranges: readonly VersionRange[],
  ): Promise<void> {
    const { knex } = this.#options;
    const byImport = Map.groupBy(built, ({ importId }) => importId);
    for (const ofImport of byImport.values()) {
      await buildChargeSums(knex, ofImport, ranges);
      await requireExactSums(knex, ofImport);
      const ids = ofImport.map(({ id }) => id);
      await buildCoarserSums(knex, ids, 'charges');
    }
  }

  /** Of all months in which something is different. */
  async #buildSplits(
    built: readonly ChargeGeneration[],
    options: RecalculateOptions,
  ): Promise<number[]> {
    const { currency, generations, knex } = this.#options;
    const nameOf = ({ month, source }: Slice) => `${month} ${source}`;
    const names = new Set(built.map(nameOf));
    const active = await generations.listActive();
    const replaced = active.filter(slice => names.has(nameOf(slice)));
    const kept = active.filter(slice => !names.has(nameOf(slice)));
    const idsOf = (some: readonly ChargeGeneration[]) =>
      some.map(({ id }) => id);
    const months = new Set([
      ...(options.splitMonths ?? []),
      ...(await generations.listMonths(idsOf([...built, ...replaced]))),
    ]);
    const splits = await generations.createSplits([...months], {
      onlyReplace: !options.allocations.some(({ definition }) =>
        definition.spec.pools.some(({ split }) => split !== undefined),
      ),
    });
    for (const { id, month } of splits) {
      await buildSplit(knex, {
        ...options,
        generationId: id,
        month,
        chargeGenerationIds: idsOf([...kept, ...built]),
        currency,
      });
    }
    const splitIds = splits.map(({ id }) => id);
    await buildCoarserSums(knex, splitIds, 'split');
    return splitIds;
  }
}
