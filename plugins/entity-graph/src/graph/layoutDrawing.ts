import type { ELK, ElkEdgeSection, ElkNode } from 'elkjs/lib/elk-api';
import { createElk } from './createElk';
import { type Drawing, NODE_SIZE } from './Drawing';
import { inOrder } from './inOrder';

/** A place on the map, in pixels at full size. */
export interface Point {
  x: number;
  y: number;
}

/** Where a node stands, by its id: its upper left corner. */
export type Places = ReadonlyMap<string, Point>;

/** Where the nodes and lines of a drawing are. */
export interface Layout {
  places: Places;
  /**
   * The way of each line, by its id: from its source to its target, past the nodes that
   * stand between them. One that leads back, as in a cycle, goes from right to left.
   */
  routes: ReadonlyMap<string, readonly Point[]>;
}

/** What uses something is on its left, what it depends on on its right. */
const LAYOUT = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'POLYLINE',
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

/** Lays a drawing out in layers, by what depends on what. */
export async function layoutDrawing(drawing: Drawing): Promise<Layout> {
  const { nodes, edges } = inOrder(drawing);
  const graph: ElkNode = {
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
  };
  engine ??= createElk();
  const { children = [], edges: lines = [] } = await engine.layout(graph);
  return {
    places: new Map(
      children.map(({ id, x = 0, y = 0 }) => [id, { x, y }] as const),
    ),
    routes: new Map(
      lines.map(({ id, sections = [] }) => [id, sections.flatMap(pointsOf)]),
    ),
  };
}

function pointsOf(section: ElkEdgeSection): Point[] {
  const { startPoint, bendPoints = [], endPoint } = section;
  return [startPoint, ...bendPoints, endPoint];
}
