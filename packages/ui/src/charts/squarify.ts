/** Where something lies in an area whose sides are its length units. */
export interface TreemapTile {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Area {
  width: number;
  height: number;
}

/**
 * Takes an area apart by weights, in tiles that are as square as can be.
 *
 * @remarks After Bruls, Huizing and van Wijk, "Squarified Treemaps" (2000).
 *
 * @param weights - above zero, largest first
 */
export function squarify(
  weights: readonly number[],
  area: Area,
): TreemapTile[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const scale = (area.width * area.height) / total;
  const tiles: TreemapTile[] = [];
  let rest: TreemapTile = { x: 0, y: 0, ...area };
  let row: number[] = [];
  for (const weight of weights) {
    const size = weight * scale;
    const side = Math.min(rest.width, rest.height);
    if (row.length > 0 && worst([...row, size], side) > worst(row, side)) {
      rest = place(row, rest, tiles);
      row = [];
    }
    row.push(size);
  }
  if (row.length > 0) {
    place(row, rest, tiles);
  }
  return tiles;
}

/** Puts a row along the shorter side, and gives what is left of the area. */
function place(
  row: readonly number[],
  rest: TreemapTile,
  tiles: TreemapTile[],
): TreemapTile {
  const isUpright = rest.width >= rest.height;
  const side = isUpright ? rest.height : rest.width;
  const depth = row.reduce((sum, size) => sum + size, 0) / side;
  let offset = 0;
  for (const size of row) {
    const length = size / depth;
    tiles.push(
      isUpright
        ? { x: rest.x, y: rest.y + offset, width: depth, height: length }
        : { x: rest.x + offset, y: rest.y, width: length, height: depth },
    );
    offset += length;
  }
  return isUpright
    ? { ...rest, x: rest.x + depth, width: rest.width - depth }
    : { ...rest, y: rest.y + depth, height: rest.height - depth };
}

/** The worst ratio of the sides of tiles that lie along a side together. */
function worst(row: readonly number[], side: number): number {
  const sum = row.reduce((total, size) => total + size, 0);
  return Math.max(
    ...row.map(size =>
      Math.max((side ** 2 * size) / sum ** 2, sum ** 2 / (side ** 2 * size)),
    ),
  );
}
