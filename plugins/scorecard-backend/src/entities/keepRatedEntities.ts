import {
  keepEntities,
  type KeepEntitiesServices,
} from '@atrium/backend-common';
import type { EntityStore } from '../database/EntityStore';
import type { FactStore } from '../database/FactStore';
import type { FactRegistry } from '../facts/FactRegistry';
import { toRatedEntity } from './toRatedEntity';

type KeepRatedEntitiesOptions = KeepEntitiesServices & {
  registry: FactRegistry;
  stores: { entities: EntityStore; facts: FactStore };
  /** Told when providers are to be asked about entities. */
  onUnknownFacts(): void;
};

/** Locations say where entities come from, and nobody rates people. */
const KINDS = [
  'api',
  'component',
  'domain',
  'group',
  'resource',
  'system',
  'template',
];

/**
 * Keeps the entities that can be rated as they are in the catalog, and has facts
 * collected of those that are new.
 */
export async function keepRatedEntities(
  options: KeepRatedEntitiesOptions,
): Promise<void> {
  const { logger, onUnknownFacts, registry } = options;
  const { entities, facts } = options.stores;
  await keepEntities({
    ...options,
    id: 'scorecard-entities',
    kinds: KINDS,
    count: () => entities.count(),
    async save(changed) {
      const rated = changed.map(toRatedEntity);
      await entities.save(rated);
      const addedCount = await facts.syncProviders(
        registry.list(),
        rated.map(({ entityRef }) => entityRef),
      );
      if (addedCount > 0) {
        onUnknownFacts();
      }
    },
    async removeOthers(refs) {
      const removedCount = await entities.removeOthers(refs);
      if (removedCount > 0) {
        logger.info('Entities are rated no more', { removedCount });
      }
    },
  });
}
