import type { GraphEdge, GraphNode } from '@atrium/plugin-entity-graph-common';
import { parseEntityRef } from '@backstage/catalog-model';

/** An entity of a graph, with what a test says of it. */
export function sampleNode(
  entityRef: string,
  facts: Partial<GraphNode> = {},
): GraphNode {
  const { kind, name } = parseEntityRef(entityRef);
  return { entityRef, kind, name, hops: 1, ...facts };
}

/** That one entity depends on another one. */
export function sampleEdge(
  source: string,
  target: string,
  facts: Partial<GraphEdge> = {},
): GraphEdge {
  return {
    source,
    target,
    origin: 'declared',
    relations: ['dependsOn'],
    observations: [],
    ...facts,
  };
}
