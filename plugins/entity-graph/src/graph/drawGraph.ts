import type {
  GraphEdge,
  GraphNode,
  Neighbourhood,
} from '@atrium/plugin-entity-graph-common';
import type { ClusterDrawn, Drawing, DrawnEdge } from './Drawing';

/** More nodes than this are drawn by system, unless somebody wants them all. */
export const MANY_NODES = 120;

/** How a graph is to be drawn. */
export interface DrawOptions {
  group: 'auto' | 'system' | 'none';
  /** The clusters that are opened. */
  openIds: readonly string[];
  /** Entities that stand by themselves, whatever their cluster. */
  aloneRefs: readonly (string | undefined)[];
}

/** What an entity is drawn with where it does not stand by itself. */
export function clusterOf(
  node: GraphNode,
): Pick<ClusterDrawn, 'id' | 'title' | 'common'> {
  const { systemRef, systemTitle, ownerRef, ownerTitle } = node;
  if (systemRef) {
    const title = systemTitle ?? nameOf(systemRef);
    return { id: systemRef, title, common: 'system' };
  }
  return ownerRef
    ? { id: ownerRef, title: ownerTitle ?? nameOf(ownerRef), common: 'owner' }
    : { id: 'none', title: 'No system and no owner', common: 'none' };
}

/** Decides what of a graph is drawn by itself, and what together. */
export function drawGraph(
  { nodes, edges }: Pick<Neighbourhood, 'nodes' | 'edges'>,
  options: DrawOptions,
): Drawing {
  const { aloneRefs, group, openIds } = options;
  const isGrouped =
    group === 'system' || (group === 'auto' && nodes.length > MANY_NODES);
  const alone = new Set(aloneRefs);
  const members = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    const { id } = clusterOf(node);
    if (isGrouped && !openIds.includes(id) && !alone.has(node.entityRef)) {
      members.set(id, [...(members.get(id) ?? []), node]);
    }
  }
  const clusters = [...members.values()].filter(list => list.length > 1);
  const drawnAs = new Map(
    clusters.flatMap(list =>
      list.map(node => [node.entityRef, clusterOf(node).id] as const),
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

function toCluster(list: GraphNode[]): ClusterDrawn {
  const health: ClusterDrawn['health'] = {};
  for (const { facts } of list) {
    const one = facts?.health ?? 'unknown';
    health[one] = (health[one] ?? 0) + 1;
  }
  return { kind: 'cluster', ...clusterOf(list[0]), count: list.length, health };
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
