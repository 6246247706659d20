import type {
  GraphEdge,
  GraphNode,
  Neighbourhood,
} from '@atrium/plugin-entity-graph-common';
import { kindsWord } from '@atrium/ui';
import { t } from '../translation';
import type { ClusterDrawn, Drawing, DrawnEdge } from './Drawing';

/** More nodes than this are drawn by system: a map of them all has no readable word. */
export const MANY_NODES = 60;

/** How a graph is to be drawn. */
export interface DrawOptions {
  group: 'auto' | 'system' | 'none';
  /** The clusters that are opened. */
  openIds: readonly string[];
  /** Entities that stand by themselves, whatever their cluster. */
  aloneRefs: readonly (string | undefined)[];
}

type Group = Pick<ClusterDrawn, 'id' | 'title' | 'common'>;

/** What entities are drawn with, from near to far: one that draws few is taken. */
const GROUPINGS: ((node: GraphNode) => Group)[] = [
  groupBySystem,
  groupByOwner,
  groupByKind,
];

/** Decides what of a graph is drawn by itself, and what together. */
export function drawGraph(
  { nodes, edges }: Pick<Neighbourhood, 'nodes' | 'edges'>,
  options: DrawOptions,
): Drawing {
  const { aloneRefs, group, openIds } = options;
  const isGrouped =
    group === 'system' || (group === 'auto' && nodes.length > MANY_NODES);
  const alone = new Set(aloneRefs);
  const grouped = isGrouped
    ? nodes.filter(({ entityRef }) => !alone.has(entityRef))
    : [];
  const groupings = group === 'auto' ? GROUPINGS : [groupBySystem];
  const clusters = chooseClusters(grouped, groupings).filter(
    ({ id }) => !openIds.includes(id),
  );
  const drawnAs = new Map(
    clusters.flatMap(({ id, members }) =>
      members.map(({ entityRef }) => [entityRef, id] as const),
    ),
  );
  return {
    nodes: [
      ...clusters.map(toCluster),
      ...nodes
        .filter(({ entityRef }) => !drawnAs.has(entityRef))
        .map(node => ({ kind: 'entity' as const, id: node.entityRef, node })),
    ],
    edges: joinEdges(edges, ref => drawnAs.get(ref) ?? ref),
  };
}

interface Cluster extends Group {
  members: GraphNode[];
}

/**
 * The clusters of the first grouping that leaves a drawing one can read: a thousand
 * entities may be of as many systems, and of as many owners.
 */
function chooseClusters(
  nodes: readonly GraphNode[],
  groupings: typeof GROUPINGS,
): Cluster[] {
  let chosen: Cluster[] = [];
  for (const groupOf of groupings) {
    const clusters = new Map<string, Cluster>();
    for (const node of nodes) {
      const group = groupOf(node);
      const cluster = clusters.get(group.id) ?? { ...group, members: [] };
      cluster.members.push(node);
      clusters.set(group.id, cluster);
    }
    chosen = [...clusters.values()].filter(({ members }) => members.length > 1);
    if (clusters.size <= MANY_NODES) {
      break;
    }
  }
  return chosen;
}

function groupBySystem(node: GraphNode): Group {
  const { systemRef, systemTitle } = node;
  return systemRef
    ? {
        id: systemRef,
        title: systemTitle ?? nameOf(systemRef),
        common: 'system',
      }
    : groupByOwner(node);
}

function groupByOwner({ ownerRef, ownerTitle }: GraphNode): Group {
  return ownerRef
    ? { id: ownerRef, title: ownerTitle ?? nameOf(ownerRef), common: 'owner' }
    : { id: 'none', title: t('drawGraph.noSystemAndNoOwner'), common: 'none' };
}

function groupByKind({ kind }: GraphNode): Group {
  return { id: kind, title: kindsWord(kind), common: 'kind' };
}

function toCluster({ members, ...group }: Cluster): ClusterDrawn {
  const health: ClusterDrawn['health'] = {};
  for (const { facts } of members) {
    const one = facts?.health ?? 'unknown';
    health[one] = (health[one] ?? 0) + 1;
  }
  return { kind: 'cluster', ...group, count: members.length, health };
}

/** One line between each two things that are drawn. */
function joinEdges(
  edges: readonly GraphEdge[],
  drawnAs: (entityRef: string) => string,
): DrawnEdge[] {
  const joined = new Map<string, DrawnEdge>();
  for (const edge of edges) {
    const source = drawnAs(edge.source);
    const target = drawnAs(edge.target);
    const id = `${source} ${target}`;
    const present = joined.get(id);
    if (source === target) {
      continue;
    }
    if (!present) {
      joined.set(id, { id, source, target, origin: edge.origin, count: 1 });
    } else {
      present.count += 1;
      present.origin = present.origin === edge.origin ? present.origin : 'both';
    }
  }
  return [...joined.values()];
}

function nameOf(entityRef: string): string {
  return entityRef.slice(entityRef.indexOf('/') + 1);
}
