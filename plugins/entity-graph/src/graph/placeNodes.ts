import type { ELK } from 'elkjs/lib/elk-api';
import { createElk } from './createElk';
import { type Drawing, NODE_SIZE } from './Drawing';
import { inOrder } from './inOrder';

/** Where a node stands, by its id. */
export type Places = Map<string, { x: number; y: number }>;

/** What uses something is on its left, what it depends on on its right. */
const LAYOUT = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.spacing.nodeNode': '20',
  'elk.spacing.componentComponent': '48',
  'elk.layered.spacing.nodeNodeBetweenLayers': '72',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.separateConnectedComponents': 'true',
  'elk.aspectRatio': '1.8',
};

/** Better crossings than this are not worth the wait. */
const MANY_EDGES = 800;

let engine: ELK | undefined;

/** Finds places for the nodes of a drawing, in layers by what depends on what. */
export async function placeNodes(drawing: Drawing): Promise<Places> {
  const { nodes, edges } = inOrder(drawing);
  engine ??= createElk();
  const { children = [] } = await engine.layout({
    id: 'graph',
    layoutOptions: {
      ...LAYOUT,
      'elk.layered.thoroughness': edges.length > MANY_EDGES ? '1' : '7',
    },
    children: nodes.map(({ id }) => ({ id, ...NODE_SIZE })),
    edges: edges.map(({ id, source, target }) => ({
      id,
      sources: [source],
      targets: [target],
    })),
  });
  return new Map(
    children.map(({ id, x = 0, y = 0 }) => [id, { x, y }] as const),
  );
}
