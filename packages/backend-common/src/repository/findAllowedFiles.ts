import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { matchesPattern } from '../matchesPattern';
import type { EntityOrigins } from '../origin/EntityOrigins';
import {
  type EntityWithFiles,
  streamEntitiesWithFiles,
  type StreamEntitiesWithFilesOptions,
} from './findEntityFiles';
import type { FoundRepositoryFile } from './RepositoryFileStore';

/** Which repositories a setting names: patterns `host/owner/name`. */
export const repositoryPatternsSchema = z.array(
  z
    .string()
    .regex(
      /^[^/\s*]+(?:\/[^/\s]+){2,}$/,
      "must be 'host/owner/name', with '*' after the host",
    )
    .transform(pattern => pattern.toLocaleLowerCase('en-US')),
);

/** What {@link findAllowedFiles} looks for. */
export interface FindAllowedFilesOptions
  extends Omit<StreamEntitiesWithFilesOptions, 'origins'> {
  origins: Pick<EntityOrigins, 'find' | 'resolveFile'>;
  /** Patterns `host/owner/name` of the repositories whose files count. */
  repositories: readonly string[];
  /** The setting that has these patterns, for refusals. */
  setting: string;
}

/** An entity that names files, and whether it may. */
export interface AllowedEntity extends EntityWithFiles {
  /** Why what it names may not be used. */
  refusal?: string;
}

/**
 * Finds the entities that name files in an annotation, and whether the operator
 * allows their repository: for files that decide about more than their owners.
 */
export async function findAllowedEntities(
  options: FindAllowedFilesOptions,
): Promise<AllowedEntity[]> {
  const found: AllowedEntity[] = [];
  for await (const one of streamEntitiesWithFiles(options)) {
    found.push({ ...one, refusal: findRefusal(one.entity, options) });
  }
  return found;
}

/** Finds the files that entities name in an annotation, each once. */
export async function findAllowedFiles(
  options: FindAllowedFilesOptions,
): Promise<FoundRepositoryFile[]> {
  const found = new Map<string, FoundRepositoryFile>();
  for (const { entity, files, refusal } of await findAllowedEntities(options)) {
    const entityRef = stringifyEntityRef(entity);
    for (const { path, url, problem } of files) {
      const source = url ?? `${entityRef}: ${path}`;
      // Two entities may name one file; the first one stands for it.
      if (!found.has(source)) {
        found.set(source, { source, entityRef, refusal: refusal ?? problem });
      }
    }
  }
  return [...found.values()];
}

function findRefusal(
  entity: Entity,
  { origins, repositories, setting }: FindAllowedFilesOptions,
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
      )}' comes from '${repository}', which '${setting}' of the configuration does not name`;
}
