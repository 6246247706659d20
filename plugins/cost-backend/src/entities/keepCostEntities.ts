import {
  keepEntities,
  type KeepEntitiesServices,
} from '@atrium/backend-common';
import { COST_KINDS } from '@atrium/plugin-cost-common';
import type { EntityStore } from './EntityStore';
import { COST_FIELDS, toCostEntity } from './toCostEntity';

type KeepCostEntitiesOptions = KeepEntitiesServices & {
  entities: EntityStore;
  /** Told when some are others. */
  onChanged(): void;
};

/** Keeps what cost needs of the entities as it is in the catalog. */
export async function keepCostEntities(
  options: KeepCostEntitiesOptions,
): Promise<void> {
  const { entities, onChanged } = options;
  await keepEntities({
    ...options,
    id: 'cost-entities',
    kinds: COST_KINDS,
    fields: COST_FIELDS,
    count: () => entities.count(),
    async save(changed) {
      if (await entities.save(changed.map(toCostEntity))) {
        onChanged();
      }
    },
    async removeOthers(refs) {
      await entities.removeOthers(refs);
      onChanged();
    },
  });
}
