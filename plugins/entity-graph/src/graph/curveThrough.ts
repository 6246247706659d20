import type { Point } from './layoutDrawing';

/** A line as SVG draws it, and its middle. */
export interface Curve {
  path: string;
  middle: Point;
}

/**
 * A smooth line through points: level at each of them, so that it passes along the
 * nodes of a layer, and bends only between layers.
 */
export function curveThrough([first, ...rest]: readonly Point[]): Curve {
  if (first === undefined) {
    return { path: '', middle: { x: 0, y: 0 } };
  }
  let path = `M${first.x},${first.y}`;
  let from = first;
  const middles: Point[] = [];
  for (const to of rest) {
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    path += `C${middle.x},${from.y} ${middle.x},${to.y} ${to.x},${to.y}`;
    middles.push(middle);
    from = to;
  }
  return { path, middle: middles.at(Math.floor(rest.length / 2)) ?? first };
}
