import { NotFoundError } from '@backstage/errors';
import type { ImportActivation } from '../imports/ImportActivation';
import type { Recalculation } from './generations/Recalculation';
import type { KeyTargets } from './targets/KeyTargets';
import type { AllocationStore } from './versions/AllocationStore';

interface ActivationOptions {
  allocations: AllocationStore;
  keyTargets: KeyTargets;
  onChange(): void;
  recalculation: Recalculation;
}

/** Puts in force what an import has read. */
export class Activation implements ImportActivation {
  readonly #options: ActivationOptions;

  constructor(options: ActivationOptions) {
    this.#options = options;
  }

  async activate(importId: number, months: string[]): Promise<void> {
    const { allocations, keyTargets, onChange, recalculation } = this.#options;
    await recalculation.exclusively(async trx => {
      const found = await trx('imports')
        .where({ id: importId })
        .first('source');
      if (!found) {
        throw new NotFoundError(`No import with id '${importId}'`);
      }
      const ranges = await allocations.listRanges();
      await keyTargets.ensureForImport({ importId, ranges });
      await recalculation.run(trx, {
        ranges,
        slices: months.map(month => ({
          importId,
          month,
          source: String(found.source),
        })),
      });
    });
    onChange();
  }
}
