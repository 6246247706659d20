import { hashJson } from '@atrium/backend-common';
import { entityTitle, relationTargets } from '@atrium/common';
import { MONTHLY_BUDGET_ANNOTATION } from '@atrium/plugin-cost-common';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** What the catalog needs to answer of an entity. */
export const COST_FIELDS = [
  'metadata.annotations',
  'metadata.title',
  'spec.type',
  'spec.profile.displayName',
  'relations',
];

/** An entity as it is kept: all that cost needs of it. */
export interface CostEntity {
  entityRef: string;
  kind: string;
  type: string | undefined;
  title: string | undefined;
  ownerRefs: string[];
  /** What it is part of; for a group, the ones above it. */
  systemRefs: string[];
  hash: string;
}

/** What cost needs of an entity. */
export function toCostEntity(entity: Entity): CostEntity {
  const type = entity.spec?.type;
  const kept = {
    entityRef: stringifyEntityRef(entity),
    kind: entity.kind.toLocaleLowerCase('en-US'),
    type: typeof type === 'string' ? type : undefined,
    title: entityTitle(entity),
    ownerRefs: [...new Set(relationTargets(entity, 'ownedBy'))].sort(),
    systemRefs: [
      ...new Set([
        ...relationTargets(entity, 'partOf'),
        ...relationTargets(entity, 'childOf'),
      ]),
    ].sort(),
  };
  // A budget is read from the catalog, and has to be looked at when it changes.
  const budget = entity.metadata.annotations?.[MONTHLY_BUDGET_ANNOTATION];
  return { ...kept, hash: hashJson({ ...kept, budget }) };
}
