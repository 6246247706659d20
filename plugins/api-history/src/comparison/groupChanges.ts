import type {
  ApiChange,
  ChangeSeverity,
} from '@atrium/plugin-api-history-common';

/** Changes that are felt at the same places. */
export interface ChangeGroup {
  /** Operations, channels, types; empty for the API as a whole. */
  locations: string[];
  /** Places beyond those that are named. */
  moreLocations: number;
  /** The worst first. */
  changes: ApiChange[];
}

const RANKS: Record<ChangeSeverity, number> = {
  breaking: 0,
  risky: 1,
  compatible: 2,
};

/**
 * Sorts changes by where they are felt, so that one finds what concerns the
 * operation that one calls. Places with breaking changes come first.
 */
export function groupChanges(changes: ApiChange[]): ChangeGroup[] {
  const groups = new Map<string, ChangeGroup>();
  for (const change of changes) {
    const { locations, totalLocations } = change;
    const key = JSON.stringify([locations, totalLocations]);
    const group = groups.get(key) ?? {
      locations,
      moreLocations: Math.max(0, totalLocations - locations.length),
      changes: [],
    };
    group.changes.push(change);
    groups.set(key, group);
  }
  const sorted = [...groups.values()].map(group => ({
    ...group,
    changes: [...group.changes].sort((a, b) => rankOf(a) - rankOf(b)),
  }));
  // Sorting is stable: among equals the order of the definition stays.
  return sorted.sort((a, b) => rankOf(a.changes[0]) - rankOf(b.changes[0]));
}

function rankOf({ severity }: ApiChange): number {
  return RANKS[severity];
}
