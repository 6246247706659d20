import { entityTitle } from '@atrium/common';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  readEntitiesByRef,
  type ReadEntitiesByRefOptions,
} from './readEntitiesByRef';

/**
 * What entities, people and teams are called, for texts that people read; one
 * that has no title, is not there or is hidden is called by its name.
 */
export async function readEntityTitles(
  entityRefs: readonly string[],
  options: Omit<ReadEntitiesByRefOptions, 'fields'>,
): Promise<Map<string, string>> {
  const entities = await readEntitiesByRef(entityRefs, {
    ...options,
    fields: ['metadata.name', 'metadata.title', 'spec.profile'],
  });
  return new Map(
    entityRefs.map(ref => [
      ref,
      entityTitle(entities.get(ref) ?? { metadata: {} }) ??
        parseEntityRef(ref).name,
    ]),
  );
}
