import { failpoint } from '@atrium/backend-common';
import { NotFoundError } from '@backstage/errors';
import type { ImportActivation } from '../imports/ImportActivation';
import type { AllocationParts } from './AllocationChanges';
import { toVersionRanges } from './versions/versionRanges';

interface ActivationOptions extends AllocationParts {
  onChange(): void;
}

/** Puts in force what an import has read. */
export class Activation implements ImportActivation {
  readonly #options: ActivationOptions;

  constructor(options: ActivationOptions) {
    this.#options = options;
  }

  async activate(importId: number, months: string[]): Promise<void> {
    const { allocations, keyTargets, onChange, recalculation, worlds } =
      this.#options;
    await recalculation.exclusively(async trx => {
      const found = await trx('imports')
        .where({ id: importId })
        .first('source');
      if (!found) {
        throw new NotFoundError(`No import with id '${importId}'`);
      }
      const all = await allocations.list(trx);
      const inForce = all.filter(({ recalculatedAt }) => recalculatedAt);
      const ranges = toVersionRanges(inForce);
      await keyTargets.ensureForImport(trx, importId, {
        allocations: inForce,
        ranges,
        world: await worlds.read(),
      });
      await recalculation.run(trx, {
        allocations: inForce,
        ranges,
        slices: months.map(month => ({
          importId,
          month,
          source: String(found.source),
        })),
      });
    });
    failpoint('cost.sums.3');
    onChange();
  }
}
