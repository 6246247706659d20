import { SLO_ANNOTATION } from '@atrium/plugin-slo-common';
import {
  ANNOTATION_LOCATION,
  type Entity,
  parseLocationRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { nameFiles } from '../definitions/findDefinitions';
import { repositoryOf } from '../definitions/resolveFileUrl';

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
  integrations: ScmIntegrationRegistry,
): ProposalTarget {
  const ref = stringifyEntityRef(entity);
  const named = entity.metadata.annotations?.[SLO_ANNOTATION];
  const files = nameFiles(entity, {
    paths: named ?? FIRST_PATH,
    integrations,
  }).map(({ path, url, problem }) => {
    if (url === undefined) {
      throw new InputError(`'${path}' of '${ref}': ${problem}`);
    }
    return { path, url };
  });
  const [first] = files;
  if (!first) {
    throw new InputError(`The annotation of '${ref}' names no file`);
  }
  return named === undefined
    ? { files, catalogUrl: catalogUrlOf(entity, first.url) }
    : { files };
}

/** The annotation can only come with the file if both are in one repository. */
function catalogUrlOf(entity: Entity, fileUrl: string): string {
  const location = entity.metadata.annotations?.[ANNOTATION_LOCATION] ?? '';
  const url = location.startsWith('url:')
    ? parseLocationRef(location).target
    : undefined;
  if (url === undefined || repositoryOf(url) !== repositoryOf(fileUrl)) {
    throw new InputError(
      `'${stringifyEntityRef(
        entity,
      )}' is not defined in the repository of its source: add the annotation ${SLO_ANNOTATION} there first`,
    );
  }
  return url;
}
