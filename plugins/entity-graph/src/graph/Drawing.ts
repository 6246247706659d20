import type { GraphNode } from '@atrium/plugin-entity-graph-common';
import type { Health } from '@atrium/plugin-entity-summary-common';

/** An entity that is drawn by itself. */
export interface EntityDrawn {
  kind: 'entity';
  id: string;
  node: GraphNode;
}

/** Several entities that are drawn as one: those of a system, an owner or a kind. */
export interface ClusterDrawn {
  kind: 'cluster';
  id: string;
  title: string;
  /** What the entities have in common. */
  common: 'system' | 'owner' | 'kind' | 'none';
  count: number;
  health: Partial<Record<Health, number>>;
}

/** What is drawn as one thing. */
export type Drawn = EntityDrawn | ClusterDrawn;

/** A line between two things that are drawn. */
export interface DrawnEdge {
  id: string;
  source: string;
  target: string;
  origin: 'declared' | 'observed' | 'both';
  /** How many edges it stands for. */
  count: number;
}

/** What is drawn of a graph. */
export interface Drawing {
  nodes: Drawn[];
  edges: DrawnEdge[];
}

/** How large nodes are, in pixels at full size. */
export const NODE_SIZE = { width: 232, height: 66 };
