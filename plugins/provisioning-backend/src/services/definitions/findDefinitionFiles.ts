import {
  type EntityOrigins,
  type EntityWithFiles,
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

/** An entity that names files of definitions, and whether it may. */
export interface DefinitionEntity extends EntityWithFiles {
  /** Why what it names may not be used. */
  refusal?: string;
}

/**
 * Finds the entities that name files as definitions, and whether the operator
 * allows their repository: a definition decides what runs with the rights of
 * drivers.
 */
export async function findDefinitionEntities({
  repositories,
  ...options
}: FindDefinitionFilesOptions): Promise<DefinitionEntity[]> {
  const found: DefinitionEntity[] = [];
  for await (const one of streamEntitiesWithFiles({
    ...options,
    annotation: RESOURCE_DEFINITIONS_ANNOTATION,
  })) {
    const refusal = findRefusal(one.entity, { ...options, repositories });
    found.push({ ...one, refusal });
  }
  return found;
}

/** Finds the files that entities name as definitions, each once. */
export async function findDefinitionFiles(
  options: FindDefinitionFilesOptions,
): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const { entity, files, refusal } of await findDefinitionEntities(
    options,
  )) {
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
