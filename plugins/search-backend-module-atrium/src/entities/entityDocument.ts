import type { Entity } from '@backstage/catalog-model';
import {
  DEFAULT_NAMESPACE,
  isGroupEntity,
  isUserEntity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import type { EntityFields } from './entityFields';
import { entityFields } from './entityFields';

/** What is read of an entity for its document. */
export const DOCUMENT_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.description',
  'metadata.tags',
  'relations',
  'spec.type',
  'spec.lifecycle',
  'spec.owner',
  'spec.profile',
];

/** An entity as it is found. */
export interface EntityDocument extends IndexableDocument, EntityFields {
  name: string;
  /** All that it goes by, beside its title. */
  names: string[];
  tags: string[];
  kind: string;
  namespace: string;
  /** The same as `type`, by which a page of results may filter. */
  componentType: string;
  type: string;
  lifecycle: string;
  owner: string;
}

/**
 * The document of an entity, with the fields that the stock one has, every name
 * it goes by, owner, system and tags. People and teams are called what they call
 * themselves.
 */
export function entityDocument(entity: Entity): EntityDocument {
  const { name, title, description, tags } = entity.metadata;
  const namespace = entity.metadata.namespace ?? DEFAULT_NAMESPACE;
  const { displayName, email } = readProfile(entity);
  const type = readText(entity, 'type') || 'other';
  return {
    title: displayName ?? title ?? name,
    // Names are no text.
    text: description ?? '',
    location: `/catalog/${[namespace, entity.kind, name]
      .map(part => encodeURIComponent(part))
      .join('/')}`.toLocaleLowerCase('en-US'),
    name,
    names: [name, title, email].filter(other => other !== undefined),
    tags: tags ?? [],
    kind: entity.kind,
    namespace,
    componentType: type,
    type,
    lifecycle: readText(entity, 'lifecycle'),
    owner: readText(entity, 'owner'),
    ...entityFields(entity),
    authorization: { resourceRef: stringifyEntityRef(entity) },
  };
}

function readText(entity: Entity, field: string): string {
  const value = entity.spec?.[field];
  return typeof value === 'string' ? value : '';
}

function readProfile(entity: Entity): { displayName?: string; email?: string } {
  return isUserEntity(entity) || isGroupEntity(entity)
    ? entity.spec.profile ?? {}
    : {};
}
