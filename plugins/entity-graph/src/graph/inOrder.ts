import { titleOf } from '../words/graphWords';
import type { Drawing, Drawn } from './Drawing';

/**
 * A drawing with its nodes by title, and its edges by what they join: the layout
 * keeps to the order it is given, and a map looks the same each time it is opened.
 */
export function inOrder({ nodes, edges }: Drawing): Drawing {
  const ordered = nodes
    .map(node => ({ node, title: drawnTitle(node) }))
    .sort(
      (a, b) =>
        a.title.localeCompare(b.title, 'en', { numeric: true }) ||
        compare(a.node.id, b.node.id),
    )
    .map(({ node }) => node);
  const places = new Map(ordered.map(({ id }, index) => [id, index]));
  const placeOf = (id: string) => places.get(id) ?? 0;
  return {
    nodes: ordered,
    edges: [...edges].sort(
      (a, b) =>
        placeOf(a.source) - placeOf(b.source) ||
        placeOf(a.target) - placeOf(b.target),
    ),
  };
}

function drawnTitle(drawn: Drawn): string {
  return drawn.kind === 'cluster' ? drawn.title : titleOf(drawn.node);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
