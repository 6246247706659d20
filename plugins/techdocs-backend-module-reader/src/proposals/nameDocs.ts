import { addAnnotation } from '@atrium/backend-common';
import { TECHDOCS_REF_ANNOTATION } from '@atrium/plugin-techdocs-common';
import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

interface NameDocsOptions {
  entity: Entity;
  /** Where the site is, from the file on, with a slash behind it; empty for there. */
  folder: string;
}

/**
 * Has an entity name its documentation, in the text of its `catalog-info.yaml`.
 *
 * @throws InputError when the file does not have the entity
 */
export function nameDocs(
  content: string,
  { entity, folder }: NameDocsOptions,
): string {
  const edited = addAnnotation(content, {
    entity,
    annotation: TECHDOCS_REF_ANNOTATION,
    value: folder === '' ? 'dir:.' : `dir:./${folder.replace(/\/$/, '')}`,
  });
  if (edited === undefined) {
    throw new InputError(
      `The file that defines '${entity.metadata.name}' does not have it as it is here`,
    );
  }
  return edited;
}
