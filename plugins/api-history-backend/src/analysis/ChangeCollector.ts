import type { MessageDescriptor, MessageValue } from '@atrium/common';
import type {
  ApiChange,
  ChangeCounts,
  ChangeSeverity,
} from '@atrium/plugin-api-history-common';
import { createHash } from 'node:crypto';
import { words } from '../apiHistoryWords';
import { shorten } from './tree/describeValue';

const MAX_CHANGES = 500;
const MAX_LOCATIONS = 20;
const MAX_SENTENCE_LENGTH = 1_000;

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
  /** With all that is written in the definitions cut: a name can be megabytes. */
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
    const key = keyOf(finding);
    const known = this.#changes.get(key);
    if (!known) {
      this.#changes.set(key, {
        finding: shortenFinding(finding),
        locations: new Set(locations),
      });
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

/** Of all that the finding says, since names may differ only near their ends. */
function keyOf(finding: Finding): string {
  const said = JSON.stringify([
    finding.severity,
    finding.rule,
    finding.path,
    finding.message,
    finding.before,
    finding.after,
  ]);
  return createHash('sha256').update(said).digest('base64');
}

function toApiChange({ finding, locations }: CollectedChange): ApiChange {
  return {
    ...finding,
    ...words.fields({ message: finding.message }),
    locations: [...locations]
      .slice(0, MAX_LOCATIONS)
      .map(location => shorten(location)),
    totalLocations: locations.size,
  };
}

function shortenFinding(finding: Finding): Finding {
  const { path, message, before, after } = finding;
  return {
    ...finding,
    path: path && shorten(path),
    message:
      typeof message === 'string'
        ? shorten(message, MAX_SENTENCE_LENGTH)
        : shortenMessage(message),
    before: before && shorten(before),
    after: after && shorten(after),
  };
}

/** The sentence stays whole, and what it speaks of is cut. */
function shortenMessage({ key, values }: MessageDescriptor): MessageDescriptor {
  return values
    ? {
        key,
        values: Object.fromEntries(
          Object.entries(values).map(([name, value]) => [
            name,
            shortenValue(value),
          ]),
        ),
      }
    : { key };
}

function shortenValue(value: MessageValue): MessageValue {
  if (typeof value === 'string') {
    return shorten(value);
  }
  return typeof value === 'object' && 'key' in value
    ? shortenMessage(value)
    : value;
}
