import { findMovedTab } from './movedTabs';

it.each([
  ['kubernetes', ['/', '/runtime'], 'runtime?view=kubernetes'],
  ['kubernetes/pods', ['/', '/runtime/*'], 'runtime?view=kubernetes'],
  // What runs nowhere has no such tab.
  ['kubernetes', ['/', '/docs'], undefined],
  ['nothing', ['/', '/runtime'], undefined],
])('knows where "%s" is now, with the tabs %j', (below, paths, moved) => {
  expect(findMovedTab(below, paths)).toBe(moved);
});
