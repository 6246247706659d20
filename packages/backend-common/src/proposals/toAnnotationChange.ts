import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { EntityOrigins } from '../origin/EntityOrigins';
import { addAnnotation, type AddAnnotationOptions } from './addAnnotation';
import type { CompanionChange } from './ProposalTarget';

/**
 * Has the file that an entity is defined in say an annotation of it.
 *
 * @throws InputError where the entity comes from no repository; the change throws it
 * where the file does not have the entity
 */
export function toAnnotationChange(
  entity: Entity,
  {
    origins,
    ...added
  }: Pick<AddAnnotationOptions, 'annotation' | 'value'> & {
    origins: Pick<EntityOrigins, 'get'>;
  },
): CompanionChange {
  const { path, url } = origins.get(entity);
  return {
    url,
    edit(content) {
      const edited = addAnnotation(content, { entity, ...added });
      if (edited === undefined) {
        throw new InputError(
          `'${path}' does not have '${entity.metadata.name}' as it is here`,
        );
      }
      return edited;
    },
  };
}
