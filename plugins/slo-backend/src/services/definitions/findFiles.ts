import type { EntityOrigins } from '@atrium/backend-common';
import type { Entity } from '@backstage/catalog-model';
import { isError, stringifyError } from '@backstage/errors';

/** A file that an entity names. */
export interface NamedFile {
  /** As the annotation says it, and as problems name it. */
  path: string;
  /** Missing where the path leads nowhere. */
  url?: string;
  problem?: string;
}

const SUFFIXES = ['.yaml', '.yml'];

/**
 * Where files are that an entity names, separated by commas: in the repository
 * that the catalog read the entity from, whatever the entity says.
 */
export function findFiles(
  entity: Entity,
  paths: string,
  origins: Pick<EntityOrigins, 'resolveFile'>,
): NamedFile[] {
  return paths
    .split(',')
    .map(path => path.trim())
    .filter(path => path !== '')
    .map(path => {
      try {
        const { url } = origins.resolveFile(entity, path, {
          suffixes: SUFFIXES,
        });
        return { path, url };
      } catch (error) {
        return {
          path,
          problem: isError(error) ? error.message : stringifyError(error),
        };
      }
    });
}
