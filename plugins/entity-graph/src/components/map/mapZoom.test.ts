import { distanceOf, READABLE_ZOOM } from './mapZoom';

it.each([
  [1.6, 'near'],
  [0.85, 'near'],
  [0.84, 'far'],
  [0.58, 'far'],
  [0.57, 'farthest'],
  [READABLE_ZOOM, 'farthest'],
])('draws cards at the zoom %p as seen from %s', (zoom, distance) => {
  expect(distanceOf(zoom)).toBe(distance);
});
