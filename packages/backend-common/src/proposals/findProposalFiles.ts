import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { EntityOrigins } from '../origin/EntityOrigins';
import { findEntityFiles } from '../repository/findEntityFiles';
import { addAnnotation } from './addAnnotation';
import type { CompanionChange, TargetFile } from './ProposalTarget';

/** How {@link findProposalFiles} finds them. */
export interface FindProposalFilesOptions {
  origins: Pick<EntityOrigins, 'get' | 'resolveFile'>;
  /** What names the files, separated by commas. */
  annotation: string;
  /** The file of an entity that has no annotation yet: `./slo.yaml`. */
  firstPath: string;
}

/** The files of its repository that an entity names, or is about to name. */
export interface ProposalFiles {
  files: TargetFile[];
  /** Where the entity is defined, if the annotation is still to be added. */
  catalogUrl?: string;
  /** Adds the annotation there, if so. */
  companion?(file: TargetFile): CompanionChange;
}

/**
 * Finds the files that an entity names, in its own repository only, or the one
 * that it is about to name.
 *
 * @throws InputError when there is nothing to write to.
 */
export function findProposalFiles(
  entity: Entity,
  { origins, annotation, firstPath }: FindProposalFilesOptions,
): ProposalFiles {
  const named = entity.metadata.annotations?.[annotation];
  const files = findEntityFiles(entity, named ?? firstPath, { origins }).map(
    ({ path, url, problem }) => {
      if (url === undefined) {
        throw new InputError(problem);
      }
      return { path, url };
    },
  );
  if (files.length === 0) {
    throw new InputError(
      `The annotation ${annotation} of '${stringifyEntityRef(
        entity,
      )}' names no file`,
    );
  }
  if (named !== undefined) {
    return { files };
  }
  const { url: catalogUrl, path: catalogPath } = origins.get(entity);
  return {
    files,
    catalogUrl,
    companion: ({ path }) => ({
      url: catalogUrl,
      edit: content => {
        const edited = addAnnotation(content, {
          entity,
          annotation,
          value: path,
        });
        if (edited === undefined) {
          throw new InputError(
            `'${catalogPath}' does not have '${entity.metadata.name}' as it is here`,
          );
        }
        return edited;
      },
    }),
  };
}
