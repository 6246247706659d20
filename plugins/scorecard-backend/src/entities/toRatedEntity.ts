import { cutText, hashJson } from '@atrium/backend-common';
import { entityTitle, isRecord } from '@atrium/common';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ENTITY_LIMITS } from '../expressions/ScorecardExpressions';

/** An entity as it is kept: all that rating needs of it. */
export interface RatedEntity {
  entityRef: string;
  kind: string;
  title: string | undefined;
  ownerRefs: string[];
  systemRefs: string[];
  /** What expressions see as `entity`. */
  shape: Record<string, unknown>;
  hash: string;
}

/** What rating needs of an entity, within limits. */
export function toRatedEntity(entity: Entity): RatedEntity {
  const relations: Record<string, string[]> = {};
  for (const { type, targetRef } of entity.relations ?? []) {
    (relations[type] ??= []).push(targetRef);
  }
  const shape = limitSize({
    kind: entity.kind,
    apiVersion: entity.apiVersion,
    metadata: entity.metadata,
    relations,
    spec: entity.spec ?? {},
  });
  const rated = {
    entityRef: stringifyEntityRef(entity),
    kind: entity.kind.toLocaleLowerCase('en-US'),
    title: entityTitle(entity),
    ownerRefs: [...new Set(relations.ownedBy ?? [])].sort(),
    systemRefs: [...new Set(relations.partOf ?? [])]
      .filter(ref => ref.startsWith('system:'))
      .sort(),
    shape,
  };
  return { ...rated, hash: hashJson(rated) };
}

/** Long texts and lists are cut, so that an expression has its limits. */
function limitSize(shape: Record<string, unknown>): Record<string, unknown> {
  let left = ENTITY_LIMITS.size;
  const limit = (value: unknown): unknown => {
    if (left <= 0) {
      return undefined;
    }
    if (typeof value === 'string') {
      const text = cutText(value, ENTITY_LIMITS.text);
      left -= text.length + 1;
      return text;
    }
    if (Array.isArray(value)) {
      return value
        .slice(0, ENTITY_LIMITS.items)
        .map(limit)
        .filter(item => item !== undefined);
    }
    if (isRecord(value)) {
      const entries = Object.entries(value)
        .slice(0, ENTITY_LIMITS.items)
        .map(([key, item]) => {
          left -= key.length;
          return [key, limit(item)] as const;
        });
      return Object.fromEntries(entries);
    }
    left -= 1;
    return value;
  };
  const { metadata, ...rest } = shape;
  const limited = limit({
    ...rest,
    metadata: isRecord(metadata) ? omitInternals(metadata) : {},
  });
  return isRecord(limited) ? limited : {};
}

/** What changes with every reading of the file and says nothing. */
function omitInternals(metadata: Record<string, unknown>) {
  const { etag: _etag, uid: _uid, ...rest } = metadata;
  return rest;
}
