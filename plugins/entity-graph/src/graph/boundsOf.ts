import { type Drawing, NODE_SIZE } from './Drawing';
import type { Places } from './placeNodes';

/** A part of the map, in pixels at full size. */
export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * The room that a drawing takes, its lines with it: one that leads back, as in a cycle,
 * leaves its source to the right and comes to its target from the left, and bends beyond
 * both.
 */
export function boundsOf({ edges }: Pick<Drawing, 'edges'>, places: Places) {
  const tops = [...places.values()].map(({ y }) => y);
  const sides = [...places.values()].flatMap(({ x }) => [
    x,
    x + NODE_SIZE.width,
  ]);
  for (const { source, target } of edges) {
    const from = places.get(source);
    const to = places.get(target);
    if (from && to) {
      sides.push(...sidesOfLine(from.x + NODE_SIZE.width, to.x));
    }
  }
  return around(sides, tops);
}

function around(sides: number[], tops: number[]): Bounds {
  if (tops.length === 0) {
    return { x: 0, y: 0, ...NODE_SIZE };
  }
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b));
  const x = least(sides);
  const y = least(tops);
  return {
    x,
    y,
    width: most(sides) - x,
    height: most(tops) + NODE_SIZE.height - y,
  };
}

/**
 * How far a line reaches to the left and to the right: the Bézier curve that
 * `getBezierPath` draws from the right side of a node to the left side of another one.
 */
function sidesOfLine(from: number, to: number): number[] {
  const length = from - to;
  if (length <= 0) {
    return [];
  }
  // Its control points are as far out as a curvature of 0.25 has them.
  const bend = 0.25 * 25 * Math.sqrt(length);
  // It is farthest out at the share of its way where it turns back.
  const turn = (1 - Math.sqrt(1 - (4 * bend) / (2 * length + 6 * bend))) / 2;
  const beyond =
    3 * bend * turn * (1 - turn) * (1 - 2 * turn) -
    length * turn ** 2 * (3 - 2 * turn);
  return [from + beyond, to - beyond];
}
