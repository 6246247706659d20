/** How far away a map is seen from. */
type MapDistance = 'near' | 'far' | 'farthest';

/**
 * What a map opens with is never smaller: names could not be read. What has no room
 * then is out of sight, and the overview says where.
 */
export const READABLE_ZOOM = 0.42;

/** Nothing is drawn smaller. */
export const LEAST_ZOOM = 0.08;

/** How much of the map is left free around what is shown, as a share of it. */
export const PADDING = 0.06;

/** Below these zooms only names are drawn, in letters that make up for it. */
const FAR = 0.85;
const FARTHEST = 0.58;

/** How cards are drawn at a zoom. */
export function distanceOf(zoom: number): MapDistance {
  if (zoom >= FAR) {
    return 'near';
  }
  return zoom >= FARTHEST ? 'far' : 'farthest';
}
