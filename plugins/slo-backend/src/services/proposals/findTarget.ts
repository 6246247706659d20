import { type EntityOrigins, findEntityFiles } from '@atrium/backend-common';
import { SLO_ANNOTATION } from '@atrium/plugin-slo-common';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** Where an entity gets its first SLOs from. */
const FIRST_PATH = './slo.yaml';

/** The files of a repository that SLOs of an entity are written to. */
export interface ProposalTarget {
  files: { path: string; url: string }[];
  /** Where the entity is defined, if the annotation is still to be added. */
  catalogUrl?: string;
}

/**
 * Finds the files that an entity names, in its own repository only, or the one
 * that it is about to name.
 *
 * @throws InputError when there is nothing to write to.
 */
export function findTarget(
  entity: Entity,
  origins: Pick<EntityOrigins, 'get' | 'resolveFile'>,
): ProposalTarget {
  const named = entity.metadata.annotations?.[SLO_ANNOTATION];
  const files = findEntityFiles(entity, named ?? FIRST_PATH, { origins }).map(
    ({ path, url, problem }) => {
      if (url === undefined) {
        throw new InputError(problem);
      }
      return { path, url };
    },
  );
  if (files.length === 0) {
    throw new InputError(
      `The annotation ${SLO_ANNOTATION} of '${stringifyEntityRef(
        entity,
      )}' names no file`,
    );
  }
  return named === undefined
    ? { files, catalogUrl: origins.get(entity).url }
    : { files };
}
