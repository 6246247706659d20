import type { MessageDescriptor } from '@atrium/common';
import { words } from '../apiHistoryWords';
import type {
  ApiChange,
  ChangeCounts,
  ChangeSeverity,
} from '@atrium/plugin-api-history-common';

const MAX_CHANGES = 500;
const MAX_LOCATIONS = 20;

/** A change without the places where it is felt. */
export type Finding = Omit<
  ApiChange,
  'locations' | 'totalLocations' | 'message' | 'messages'
> & {
  /** A sentence that says what changed; a text is in English only. */
  message: string | MessageDescriptor;
};

/** All changes between two definitions. */
export interface ChangeSummary {
  counts: ChangeCounts;
  changes: ApiChange[];
  isTruncated: boolean;
}

interface CollectedChange {
  finding: Finding;
  locations: Set<string>;
}

const ORDER: ChangeSeverity[] = ['breaking', 'risky', 'compatible'];

/**
 * Gathers changes, and takes those together that say the same about several
 * places: a change of a shared schema is one change that many operations feel.
 */
export class ChangeCollector {
  readonly #changes = new Map<string, CollectedChange>();

  add(finding: Finding, locations: Iterable<string> = []): void {
    const key = JSON.stringify([
      finding.severity,
      finding.rule,
      finding.path,
      finding.message,
      finding.before,
      finding.after,
    ]);
    const known = this.#changes.get(key);
    if (!known) {
      this.#changes.set(key, { finding, locations: new Set(locations) });
      return;
    }
    for (const location of locations) {
      known.locations.add(location);
    }
  }

  finish(): ChangeSummary {
    const counts = { breaking: 0, risky: 0, compatible: 0 };
    for (const { finding } of this.#changes.values()) {
      counts[finding.severity] += 1;
    }
    const sorted = ORDER.flatMap(severity =>
      [...this.#changes.values()].filter(
        change => change.finding.severity === severity,
      ),
    );
    return {
      counts,
      changes: sorted.slice(0, MAX_CHANGES).map(toApiChange),
      isTruncated: sorted.length > MAX_CHANGES,
    };
  }
}

function toApiChange({ finding, locations }: CollectedChange): ApiChange {
  return {
    ...finding,
    ...words.fields({ message: finding.message }),
    locations: [...locations].slice(0, MAX_LOCATIONS),
    totalLocations: locations.size,
  };
}
