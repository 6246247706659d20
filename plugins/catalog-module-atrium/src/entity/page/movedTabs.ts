import { trimPath } from './selectContent';

/** Where tabs of the stock pages are now; links from elsewhere still lead there. */
const MOVED_TABS: Partial<Record<string, { tab: string; search: string }>> = {
  kubernetes: { tab: 'runtime', search: '?view=kubernetes' },
};

/**
 * Where the tab is that used to be at a path below the address of an entity,
 * unless it is still there, or what it moved to does not apply.
 */
export function findMovedTab(
  pathBelow: string,
  paths: readonly string[],
): string | undefined {
  const moved = MOVED_TABS[pathBelow.split('/')[0]];
  return moved && paths.some(path => trimPath(path) === moved.tab)
    ? `${moved.tab}${moved.search}`
    : undefined;
}
