import type { GraphEdge } from '@atrium/plugin-entity-graph-common';

/** What lies on either side of something. */
export interface Sides {
  /** What it depends on, directly or by way of others. */
  dependsOn: Set<string>;
  /** What depends on it. */
  usedBy: Set<string>;
}

/** What some entities depend on and what uses them, as far as edges say. */
export function sidesOf(
  startRefs: readonly string[],
  edges: readonly GraphEdge[],
): Sides {
  return {
    dependsOn: follow(
      startRefs,
      edges.map(one => [one.source, one.target]),
    ),
    usedBy: follow(
      startRefs,
      edges.map(one => [one.target, one.source]),
    ),
  };
}

function follow(
  startRefs: readonly string[],
  steps: [from: string, to: string][],
): Set<string> {
  const next = new Map<string, string[]>();
  for (const [from, to] of steps) {
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const reached = new Set<string>();
  const queue = [...startRefs];
  for (const ref of queue) {
    for (const to of next.get(ref) ?? []) {
      if (!reached.has(to) && !startRefs.includes(to)) {
        reached.add(to);
        queue.push(to);
      }
    }
  }
  return reached;
}
