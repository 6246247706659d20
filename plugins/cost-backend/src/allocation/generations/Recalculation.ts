import { failpoint } from '@atrium/backend-common';
import type { Knex } from 'knex';
import type { StoredAllocation } from '../versions/StoredAllocation';
import type { VersionRange } from '../versions/versionRanges';
import { buildChargeSums, type ChargeGeneration } from './buildChargeSums';
import { buildCoarserSums } from './buildCoarserSums';
import type { GenerationStore, Slice } from './GenerationStore';
import { requireExactSums } from './requireExactSums';
import { withAllocationLock } from './withAllocationLock';

interface RecalculationOptions {
  generations: GenerationStore;
  knex: Knex;
}

interface RecalculateOptions {
  /** What is worked out anew. */
  slices: readonly Slice[];
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
   * Builds the sums of some slices, compares them with the bill and puts them in
   * force.
   *
   * @param trx - the one that {@link exclusively} gives
   * @throws ConflictError when they are not what the bill says: nothing changes then
   */
  async run(
    trx: Knex.Transaction,
    { onSwitch, ranges, slices }: RecalculateOptions,
  ): Promise<void> {
    const { generations } = this.#options;
    const built = await generations.create(slices);
    await this.#build(built, ranges);
    failpoint('cost.sums.1');
    await generations.activate(
      trx,
      built.map(({ id }) => id),
    );
    await onSwitch?.(trx);
    failpoint('cost.sums.2');
  }

  async #build(
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
}
