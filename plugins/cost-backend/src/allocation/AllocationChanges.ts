import type { Knex } from 'knex';
import type { GenerationStore } from './generations/GenerationStore';
import { findMovedTargets, moveGroupSums } from './generations/groupSums';
import type { Recalculation } from './generations/Recalculation';
import type { KeyTargets } from './targets/KeyTargets';
import type { WorldStore } from './targets/WorldStore';
import type { AllocationStore } from './versions/AllocationStore';
import type { StoredAllocation } from './versions/StoredAllocation';
import { toVersionRanges } from './versions/versionRanges';

/** What is worked out from rules, bills and the catalog. */
export interface AllocationParts {
  allocations: AllocationStore;
  generations: GenerationStore;
  keyTargets: KeyTargets;
  knex: Knex;
  recalculation: Recalculation;
  worlds: WorldStore;
}

/** Has what is shown follow the rules and the catalog. */
export class AllocationChanges {
  readonly #options: AllocationParts;

  constructor(options: AllocationParts) {
    this.#options = options;
  }

  /**
   * Shows charges by versions of the rules that are not in force yet; all of them
   * at once. A replica that dies meanwhile leaves the rules before in force, and
   * the next run begins again.
   *
   * @returns whether there were any
   */
  async recalculate(): Promise<boolean> {
    const {
      allocations,
      generations,
      keyTargets,
      knex,
      recalculation,
      worlds,
    } = this.#options;
    return recalculation.exclusively(async trx => {
      const all = await allocations.list(trx);
      const pending = all.filter(({ recalculatedAt }) => !recalculatedAt);
      if (pending.length === 0) {
        return false;
      }
      const versions = pending.map(({ version }) => version);
      // What a dead replica decided may be by another catalog.
      await knex('key_targets').whereIn('version', versions).delete();
      const world = await worlds.read();
      const ranges = toVersionRanges(all);
      await keyTargets.ensureForAll(trx, { allocations: all, ranges, world });
      await recalculation.run(trx, {
        allocations: all,
        ranges,
        slices: await generations.listActiveSince(earliestDay(pending)),
        onSwitch: () => allocations.markRecalculated(trx, versions, world.hash),
      });
      return true;
    });
  }

  /**
   * Allocates anew what goes elsewhere since the catalog has other entities, or the
   * portal made other resources, and counts by team and by system what is somebody
   * else's now.
   *
   * @returns whether anything does
   */
  async followCatalog(): Promise<boolean> {
    const hasOtherTargets = await this.#followTargets();
    const hasOtherGroups = await this.#followGroups();
    return hasOtherTargets || hasOtherGroups;
  }

  async #followGroups(): Promise<boolean> {
    const { knex, recalculation } = this.#options;
    if ((await findMovedTargets(knex)).length === 0) {
      return false;
    }
    await recalculation.exclusively(async trx =>
      moveGroupSums(trx, await findMovedTargets(trx)),
    );
    return true;
  }

  async #followTargets(): Promise<boolean> {
    const { allocations, keyTargets, recalculation, worlds } = this.#options;
    const isCurrent = async () => {
      const hash = await worlds.findHash();
      const all = await allocations.list();
      return inForce(all).every(({ decidedBy }) => decidedBy === hash);
    };
    if (await isCurrent()) {
      return false;
    }
    return recalculation.exclusively(async trx => {
      const all = inForce(await allocations.list(trx));
      const versions = all.map(({ version }) => version);
      const ranges = toVersionRanges(all);
      const world = await worlds.read();
      const options = { allocations: all, ranges, world };
      const changedCount = await keyTargets.findChanges(trx, options);
      if (changedCount > 0) {
        await recalculation.run(trx, {
          allocations: all,
          ranges,
          slices: await keyTargets.listChangedSlices(),
          onSwitch: () => keyTargets.applyChanges(trx),
        });
      }
      await allocations.markRecalculated(trx, versions, world.hash);
      return changedCount > 0;
    });
  }

  /**
   * Splits the pools of some calendar months anew, by what their weights are now.
   *
   * @param months - their first days
   */
  async splitAgain(months: readonly string[]): Promise<void> {
    const { allocations, recalculation } = this.#options;
    await recalculation.exclusively(async trx => {
      const all = inForce(await allocations.list(trx));
      await recalculation.run(trx, {
        allocations: all,
        ranges: toVersionRanges(all),
        slices: [],
        splitMonths: months,
      });
    });
  }

  /** Removes what is decided by versions that no day has any more. */
  async removeUnused(): Promise<void> {
    const { allocations, knex, recalculation } = this.#options;
    await recalculation.exclusively(async trx => {
      const ranges = await allocations.listRanges(trx);
      await knex('key_targets')
        .whereNotIn(
          'version',
          ranges.map(({ version }) => version),
        )
        .delete();
    });
  }
}

function inForce(all: readonly StoredAllocation[]): StoredAllocation[] {
  return all.filter(({ recalculatedAt }) => recalculatedAt !== undefined);
}

/** From which day on some versions change something; absent for all days. */
function earliestDay(
  versions: readonly StoredAllocation[],
): string | undefined {
  const days = versions.map(({ appliesFrom }) => appliesFrom);
  return days.includes(undefined) ? undefined : days.toSorted().at(0);
}
