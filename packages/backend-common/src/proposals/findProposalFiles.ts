import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { EntityOrigins } from '../origin/EntityOrigins';
import { findEntityFiles } from '../repository/findEntityFiles';
import type { CompanionChange, TargetFile } from './ProposalTarget';
import { toAnnotationChange } from './toAnnotationChange';

/** How {@link findProposalFiles} finds them. */
export interface FindProposalFilesOptions {
  origins: Pick<EntityOrigins, 'get' | 'resolveFile'>;
  /** What names the files, separated by commas. */
  annotation: string;
  /** The file of an entity that has no annotation yet: `./slo.yaml`. */
  firstPath: string;
  /** A file that is to be written beside those that the entity names. */
  newPath?: string;
}

/** The files of its repository that an entity names, or is about to name. */
export interface ProposalFiles {
  files: TargetFile[];
  /** Where the entity is defined, if it is still to name one of them. */
  catalogUrl?: string;
  /** Has it name a file there, if so. */
  companions?(file: TargetFile): CompanionChange[];
}

/**
 * Finds the files that an entity names, in its own repository only, and the one
 * that it is about to name.
 *
 * @throws InputError when there is nothing to write to.
 */
export function findProposalFiles(
  entity: Entity,
  { origins, annotation, firstPath, newPath }: FindProposalFilesOptions,
): ProposalFiles {
  const named = entity.metadata.annotations?.[annotation];
  const known = findFiles(entity, named ?? '', origins);
  const [added] = findFiles(
    entity,
    newPath ?? (named === undefined ? firstPath : ''),
    origins,
  ).filter(({ url }) => known.every(file => file.url !== url));
  const files = added ? [...known, added] : known;
  if (files.length === 0) {
    throw new InputError(
      `The annotation ${annotation} of '${stringifyEntityRef(
        entity,
      )}' names no file`,
    );
  }
  return added
    ? { files, ...nameIn(entity, { origins, annotation, added }) }
    : { files };
}

function findFiles(
  entity: Entity,
  paths: string,
  origins: FindProposalFilesOptions['origins'],
): TargetFile[] {
  return findEntityFiles(entity, paths, { origins }).map(
    ({ path, url, problem }) => {
      if (url === undefined) {
        throw new InputError(problem);
      }
      return { path, url };
    },
  );
}

/** How the entity comes to name a file. */
function nameIn(
  entity: Entity,
  {
    added,
    ...options
  }: Pick<FindProposalFilesOptions, 'origins' | 'annotation'> & {
    added: TargetFile;
  },
): Pick<ProposalFiles, 'catalogUrl' | 'companions'> {
  const change = toAnnotationChange(entity, { ...options, value: added.path });
  return {
    catalogUrl: change.url,
    companions: ({ url }) => (url === added.url ? [change] : []),
  };
}
