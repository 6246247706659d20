import type { EntityOrigins, TargetFile } from '@atrium/backend-common';
import { TECHDOCS_REF_ANNOTATION } from '@atrium/plugin-techdocs-common';
import {
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
  parseLocationRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

interface LocatePageOptions {
  origins: Pick<EntityOrigins, 'isInOrigin' | 'resolveFile'>;
}

const SUFFIXES = ['.md'];

/**
 * Where the file of a page is: in the repository that the entity provably comes
 * from, and nowhere else, whatever the entity says of its documentation.
 *
 * @param page - the file inside the folder that the site is built from
 * @throws InputError when the documentation is somewhere else
 */
export function locatePage(
  entity: Entity,
  page: string,
  { origins }: LocatePageOptions,
): TargetFile {
  const ref = entity.metadata.annotations?.[TECHDOCS_REF_ANNOTATION];
  if (ref === undefined) {
    throw new InputError(
      `'${stringifyEntityRef(entity)}' has no documentation of its own`,
    );
  }
  const { type, target } = parseLocationRef(ref);
  if (type === 'url') {
    const folder = target.replace(/\/*$/, '/');
    const file = page.split('/').map(encodeURIComponent).join('/');
    const { url } = origins.resolveFile(entity, `${folder}${file}`, {
      suffixes: SUFFIXES,
    });
    return { path: page, url };
  }
  requireOwnSource(entity, origins);
  const { url } = origins.resolveFile(entity, `${target}/${page}`, {
    suffixes: SUFFIXES,
  });
  return { path: page, url };
}

/** TechDocs builds `dir:` from there, which need not be where the entity is from. */
function requireOwnSource(
  entity: Entity,
  origins: LocatePageOptions['origins'],
): void {
  const source = entity.metadata.annotations?.[ANNOTATION_SOURCE_LOCATION];
  const url = source?.replace(/^url:/, '');
  if (url !== undefined && !origins.isInOrigin(entity, url)) {
    throw new InputError(
      `The documentation of '${stringifyEntityRef(
        entity,
      )}' is not in the repository that the entity comes from: change it there`,
    );
  }
}
