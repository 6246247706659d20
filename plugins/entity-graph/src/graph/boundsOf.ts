import { NODE_SIZE } from './Drawing';
import type { Layout } from './layoutDrawing';

/** A part of the map, in pixels at full size. */
export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The room that nodes and lines take; that of one node where there is none. */
export function boundsOf({ places, routes }: Layout): Bounds {
  const corners = [...places.values()].flatMap(({ x, y }) => [
    { x, y },
    { x: x + NODE_SIZE.width, y: y + NODE_SIZE.height },
  ]);
  const points = [...corners, ...[...routes.values()].flat()];
  if (points.length === 0) {
    return { x: 0, y: 0, ...NODE_SIZE };
  }
  const left = least(points.map(({ x }) => x));
  const top = least(points.map(({ y }) => y));
  return {
    x: left,
    y: top,
    width: -least(points.map(({ x }) => -x)) - left,
    height: -least(points.map(({ y }) => -y)) - top,
  };
}

// There may be more than a function takes as arguments.
function least(values: number[]): number {
  return values.reduce((a, b) => Math.min(a, b));
}
