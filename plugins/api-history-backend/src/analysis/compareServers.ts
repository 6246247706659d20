import { words } from '../apiHistoryWords';
import type { ChangeCollector } from './ChangeCollector';

/** Compares where an API is said to be. */
export function compareServers(
  collector: ChangeCollector,
  urls: { before: ReadonlySet<string>; after: ReadonlySet<string> },
): void {
  const { before, after } = urls;
  for (const url of before) {
    if (!after.has(url)) {
      collector.add({
        // The definition tells where the API is, not where it answers.
        severity: 'risky',
        rule: 'server-removed',
        message: words.describe('apiHistory.change.serverRemoved', { url }),
        before: url,
      });
    }
  }
  for (const url of after) {
    if (!before.has(url)) {
      collector.add({
        severity: 'compatible',
        rule: 'server-added',
        message: words.describe('apiHistory.change.serverAdded', { url }),
        after: url,
      });
    }
  }
}
