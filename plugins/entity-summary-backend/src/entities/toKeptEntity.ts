import { cutText, hashJson } from '@atrium/backend-common';
import { entityTitle, relationTargets } from '@atrium/common';
import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import {
  DEFAULT_NAMESPACE,
  type Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { toSortKey } from './toSortKey';

/** An entity as it is kept: what lists show, filter and sort by. */
export interface KeptEntity {
  entityRef: string;
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  description?: string;
  type?: string;
  lifecycle?: string;
  ownerRef?: string;
  systemRef?: string;
  parentRef?: string;
  tags: string[];
  searchText: string;
  nameKey: string;
  ownerKey?: string;
  systemKey?: string;
  hash: string;
}

/** What the catalog needs to answer of an entity. */
export const KEPT_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'metadata.description',
  'metadata.tags',
  'spec.type',
  'spec.lifecycle',
  'spec.profile.displayName',
  'relations',
];

/** The kinds that lists show, in lower case. Locations are no business of people. */
export const KEPT_KINDS = [
  'airesource',
  'api',
  'component',
  'domain',
  'group',
  'resource',
  'system',
  'template',
  'user',
];

const MAX_DESCRIPTION = 300;
const MAX_SEARCHED = 1_000;

/** What is kept of an entity. */
export function toKeptEntity(entity: Entity): KeptEntity {
  const { name, namespace = DEFAULT_NAMESPACE, tags = [] } = entity.metadata;
  const title = oneLine(entityTitle(entity));
  const description = oneLine(entity.metadata.description);
  const systemRef = findPartOf(entity, 'system');
  const ownerRef = relationTargets(entity, RELATION_OWNED_BY)[0];
  const kept = {
    entityRef: stringifyEntityRef(entity),
    kind: entity.kind.toLocaleLowerCase('en-US'),
    namespace,
    name,
    title,
    description: description && cutText(description, MAX_DESCRIPTION),
    type: textOf(entity.spec?.type),
    lifecycle: textOf(entity.spec?.lifecycle),
    ownerRef,
    systemRef,
    parentRef:
      relationTargets(entity, RELATION_CHILD_OF)[0] ??
      findPartOf(entity, 'domain'),
    tags: [...new Set(tags)].sort(),
    searchText: cutText(
      [title, name, tags.join(' '), description].filter(Boolean).join(' '),
      MAX_SEARCHED,
    ).toLocaleLowerCase('en-US'),
    nameKey: toSortKey(title ?? name),
    ownerKey: ownerRef && toSortKey(parseEntityRef(ownerRef).name),
    systemKey: systemRef && toSortKey(parseEntityRef(systemRef).name),
  };
  return { ...kept, hash: hashJson(kept) };
}

/** The row of an entity of which nothing is kept yet. */
export function toNewRow(kept: KeptEntity): EntityRow {
  const { entityRef, kind, namespace, name, title, description, type } = kept;
  const { lifecycle, ownerRef, systemRef, tags } = kept;
  return {
    entityRef,
    kind,
    namespace,
    name,
    title,
    description,
    type,
    lifecycle,
    ownerRef,
    systemRef,
    tags,
    health: 'unknown',
    openIncidents: 0,
  };
}

function findPartOf(entity: Entity, kind: string): string | undefined {
  return relationTargets(entity, RELATION_PART_OF).find(ref =>
    ref.startsWith(`${kind}:`),
  );
}

/** The catalog lets a spec say anything; what is no text is passed over. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value ? cutText(value, 200) : undefined;
}

function oneLine(text: string | undefined): string | undefined {
  return text ? text.replace(/\s+/g, ' ').trim() : undefined;
}
