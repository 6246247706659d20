import type { Entity } from '@backstage/catalog-model';
import {
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** What documents of every type can be filtered by. */
export interface EntityFields {
  /** Reference of the owner; left out without one. */
  ownerRef?: string;
  /** Reference of the system; left out without one. */
  systemRef?: string;
}

/**
 * Owner and system of an entity as references, however they were written in
 * its file.
 */
export function entityFields(entity: Entity): EntityFields {
  return {
    ownerRef: findTarget(entity, RELATION_OWNED_BY),
    systemRef:
      entity.kind.toLocaleLowerCase('en-US') === 'system'
        ? stringifyEntityRef(entity)
        : findTarget(entity, RELATION_PART_OF, 'system:'),
  };
}

function findTarget(
  entity: Entity,
  type: string,
  prefix = '',
): string | undefined {
  return entity.relations?.find(
    relation => relation.type === type && relation.targetRef.startsWith(prefix),
  )?.targetRef;
}
