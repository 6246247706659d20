import type { Drawing } from './Drawing';
import type { Places } from './layoutDrawing';

/** Where an arrow key leads. */
export type Direction = 'left' | 'right' | 'up' | 'down';

/** How near two nodes are to be in one column. */
const COLUMN_WIDTH = 120;

/**
 * The node that an arrow key leads to: left and right along an edge, up and down
 * within the column. Nothing where it leads nowhere.
 */
export function moveAlong(
  from: string,
  direction: Direction,
  { drawing, places }: { drawing: Drawing; places: Places },
): string | undefined {
  const here = places.get(from);
  if (!here) {
    return undefined;
  }
  const distance = (id: string) => {
    const place = places.get(id);
    return place ? Math.abs(place.y - here.y) : Infinity;
  };
  const byDistance = (a: string, b: string) => distance(a) - distance(b);
  switch (direction) {
    case 'right':
      return drawing.edges
        .filter(({ source }) => source === from)
        .map(({ target }) => target)
        .sort(byDistance)
        .at(0);
    case 'left':
      return drawing.edges
        .filter(({ target }) => target === from)
        .map(({ source }) => source)
        .sort(byDistance)
        .at(0);
    default:
      return [...places]
        .filter(
          ([id, { x, y }]) =>
            id !== from &&
            Math.abs(x - here.x) < COLUMN_WIDTH &&
            (direction === 'down' ? y > here.y : y < here.y),
        )
        .map(([id]) => id)
        .sort(byDistance)
        .at(0);
  }
}
