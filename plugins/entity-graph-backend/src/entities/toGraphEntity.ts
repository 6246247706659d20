import { entityTitle, relationTargets } from '@atrium/common';
import {
  type GraphRelation,
  TIER_LABEL,
  tierSchema,
} from '@atrium/plugin-entity-graph-common';
import {
  DEFAULT_NAMESPACE,
  type Entity,
  parseEntityRef,
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMES_API,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** An edge as the catalog declares it. */
export interface DeclaredEdge {
  sourceRef: string;
  targetRef: string;
  relation: GraphRelation;
}

/** An entity as the graph keeps it. */
export interface GraphEntity {
  entityRef: string;
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  type?: string;
  lifecycle?: string;
  tier?: string;
  ownerRef?: string;
  parentRef?: string;
  /** All edges that begin or end here. */
  edges: DeclaredEdge[];
}

/** The kinds that are kept: the nodes, and whom these are owned by. */
export const MIRRORED_KINDS = [
  'component',
  'api',
  'resource',
  'airesource',
  'system',
  'domain',
  'group',
  'user',
];

/** What is read of an entity. */
export const GRAPH_FIELDS = [
  'metadata.title',
  'metadata.labels',
  'spec.type',
  'spec.lifecycle',
  'spec.profile.displayName',
  'relations',
];

/**
 * The edges behind each type of relation. Both directions are read, as either
 * entity may be the one that changed.
 */
const RELATIONS: {
  type: string;
  relation: GraphRelation;
  /** Whether the edge ends at the entity that has the relation. */
  isIncoming?: boolean;
}[] = [
  { type: RELATION_DEPENDS_ON, relation: 'dependsOn' },
  { type: RELATION_DEPENDENCY_OF, relation: 'dependsOn', isIncoming: true },
  { type: RELATION_CONSUMES_API, relation: 'consumesApi' },
  {
    type: RELATION_API_CONSUMED_BY,
    relation: 'consumesApi',
    isIncoming: true,
  },
  { type: RELATION_API_PROVIDED_BY, relation: 'apiProvidedBy' },
  { type: RELATION_PROVIDES_API, relation: 'apiProvidedBy', isIncoming: true },
];

/** What the graph keeps of an entity. */
export function toGraphEntity(entity: Entity): GraphEntity {
  const { metadata, spec } = entity;
  const entityRef = stringifyEntityRef(entity);
  return {
    entityRef,
    kind: parseEntityRef(entityRef).kind,
    namespace: metadata.namespace ?? DEFAULT_NAMESPACE,
    name: metadata.name,
    title: entityTitle(entity),
    type: textOf(spec?.type),
    lifecycle: textOf(spec?.lifecycle),
    tier: tierSchema.safeParse(metadata.labels?.[TIER_LABEL]).data,
    ownerRef: relationTargets(entity, RELATION_OWNED_BY).at(0),
    parentRef: relationTargets(entity, RELATION_PART_OF).find(
      ref => ref.startsWith('system:') || ref.startsWith('domain:'),
    ),
    edges: RELATIONS.flatMap(({ type, relation, isIncoming = false }) =>
      relationTargets(entity, type)
        // Nothing falls over itself because it depends on itself.
        .filter(otherRef => otherRef !== entityRef)
        .map(otherRef => ({
          sourceRef: isIncoming ? otherRef : entityRef,
          targetRef: isIncoming ? entityRef : otherRef,
          relation,
        })),
    ),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
