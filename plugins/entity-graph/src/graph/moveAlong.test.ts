import type { Drawing } from './Drawing';
import { type Direction, moveAlong } from './moveAlong';

const edge = (source: string, target: string) => ({
  id: `${source} ${target}`,
  source,
  target,
  origin: 'declared' as const,
  count: 1,
});

const drawing: Drawing = {
  nodes: [],
  edges: [edge('a', 'c'), edge('b', 'c'), edge('c', 'd'), edge('c', 'e')],
};
const places = new Map([
  ['a', { x: 0, y: 0 }],
  ['b', { x: 0, y: 100 }],
  ['c', { x: 300, y: 90 }],
  ['d', { x: 600, y: 0 }],
  ['e', { x: 620, y: 80 }],
]);

const moves: [string, Direction, string | undefined][] = [
  ['c', 'left', 'b'],
  ['c', 'right', 'e'],
  ['a', 'down', 'b'],
  ['e', 'up', 'd'],
  ['c', 'up', undefined],
  ['d', 'right', undefined],
  ['gone', 'left', undefined],
];

it.each(moves)('leads from %s %s to %s', (from, direction, to) => {
  expect(moveAlong(from, direction, { drawing, places })).toBe(to);
});
