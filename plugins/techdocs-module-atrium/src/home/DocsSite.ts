import type { Entity } from '@backstage/catalog-model';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** A documentation site as the documentation home lists it. */
export interface DocsSite {
  /** Ref of the entity that the documentation is about. */
  entityRef: string;
  title: string;
  description: string | undefined;
  /** Ref of the owner, where there is one. */
  ownerRef: string | undefined;
  /** Ref of the system that the entity is or is part of. */
  systemRef: string | undefined;
  /** What links are built from; holds the fields of `siteFields` only. */
  entity: Entity;
}

/**
 * What a site is made of. Relations would name the owner too, but are most of
 * an entity's weight, and a list of thousands need not carry them.
 */
export const siteFields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.description',
  'metadata.annotations.backstage.io/techdocs-entity',
  'metadata.annotations.backstage.io/techdocs-entity-path',
  'spec.owner',
  'spec.system',
];

export function toDocsSite(entity: Entity): DocsSite {
  const entityRef = stringifyEntityRef(entity);
  const isSystem = entity.kind.toLocaleLowerCase('en-US') === 'system';
  return {
    entityRef,
    title: entity.metadata.title ?? entity.metadata.name,
    description: entity.metadata.description,
    ownerRef: readRef(entity, 'owner', 'group'),
    systemRef: isSystem ? entityRef : readRef(entity, 'system', 'system'),
    entity,
  };
}

/** Refs in a spec may leave out kind and namespace. */
function readRef(entity: Entity, field: string, defaultKind: string) {
  const ref = entity.spec?.[field];
  if (typeof ref !== 'string' || ref === '') {
    return undefined;
  }
  const defaultNamespace = entity.metadata.namespace ?? 'default';
  return stringifyEntityRef(
    parseEntityRef(ref, { defaultKind, defaultNamespace }),
  );
}
