import type { Entity } from '@backstage/catalog-model';
import { isGroupEntity, isUserEntity } from '@backstage/catalog-model';
import type { CatalogCollatorEntityTransformer } from '@backstage/plugin-search-backend-module-catalog';
import { defaultCatalogCollatorEntityTransformer } from '@backstage/plugin-search-backend-module-catalog';
import { entityFields } from './entityFields';

/**
 * The stock document of an entity, with every name it goes by and with owner,
 * system and tags. People and teams are called what they call themselves.
 */
export const entityDocument: CatalogCollatorEntityTransformer = entity => {
  const { name, title, description, tags } = entity.metadata;
  const { displayName, email } = readProfile(entity);
  return {
    ...defaultCatalogCollatorEntityTransformer(entity),
    ...entityFields(entity),
    title: displayName ?? title ?? name,
    // The stock text repeats the names, which are no text.
    text: description ?? '',
    name,
    names: [name, title, email].filter(other => other !== undefined),
    tags: tags ?? [],
  };
};

function readProfile(entity: Entity): { displayName?: string; email?: string } {
  return isUserEntity(entity) || isGroupEntity(entity)
    ? entity.spec.profile ?? {}
    : {};
}
