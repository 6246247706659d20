import {
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
  parseLocationRef,
} from '@backstage/catalog-model';

/** The address of the folder that an entity is written in; undefined for files. */
export function repositoryUrl(entity: Entity): string | undefined {
  const location = entity.metadata.annotations?.[ANNOTATION_SOURCE_LOCATION];
  if (location === undefined) {
    return undefined;
  }
  const { type, target } = parseLocationRef(location);
  return type === 'url' ? target : undefined;
}
