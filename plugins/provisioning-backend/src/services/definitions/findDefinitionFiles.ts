import {
  type EntityOrigins,
  matchesPattern,
  streamEntitiesWithFiles,
  type StreamEntitiesWithFilesOptions,
} from '@atrium/backend-common';
import { RESOURCE_DEFINITIONS_ANNOTATION } from '@atrium/plugin-provisioning-common';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { FoundFile } from '../../database/StoredDefinition';

interface FindDefinitionFilesOptions
  extends Omit<StreamEntitiesWithFilesOptions, 'annotation' | 'origins'> {
  origins: Pick<EntityOrigins, 'find' | 'resolveFile'>;
  /** Patterns `host/owner/name` of the repositories that may define. */
  repositories: readonly string[];
}

/**
 * Finds the files that entities name as definitions, where the operator allows
 * their repository: a definition decides what runs with the rights of drivers.
 */
export async function findDefinitionFiles({
  repositories,
  ...options
}: FindDefinitionFilesOptions): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for await (const { entity, files } of streamEntitiesWithFiles({
    ...options,
    annotation: RESOURCE_DEFINITIONS_ANNOTATION,
  })) {
    const refusal = findRefusal(entity, { ...options, repositories });
    for (const { path, url, problem } of files) {
      const source = url ?? `${stringifyEntityRef(entity)}: ${path}`;
      // Two entities may name one file.
      found.set(source, { source, refusal: refusal ?? problem });
    }
  }
  return [...found.values()];
}

function findRefusal(
  entity: Entity,
  {
    origins,
    repositories,
  }: Pick<FindDefinitionFilesOptions, 'origins' | 'repositories'>,
): string | undefined {
  const repository = origins.find(entity)?.repository;
  if (repository === undefined) {
    // The problem of the file says why.
    return undefined;
  }
  return repositories.some(pattern => matchesPattern(pattern, repository))
    ? undefined
    : `'${stringifyEntityRef(
        entity,
      )}' comes from '${repository}', which 'provisioning.definitions.repositories' of the configuration does not name`;
}
