import type { Preview } from '@atrium/plugin-provisioning-common';
import { dayCountWords } from './leaseWords';
import { priceWords } from './priceWords';

/** One thing that is not as it was shown before. */
export interface PreviewDifference {
  term: string;
  before: string;
  after: string;
}

/** What of a plan is not as somebody saw it, for people who agreed to that. */
export function comparePreviews(
  before: Preview,
  after: Preview,
): PreviewDifference[] {
  const terms: [term: string, read: (preview: Preview) => string][] = [
    ['Definition', ({ definition }) => definition?.title ?? 'None'],
    ['Plan', ({ plan }) => plan?.title ?? 'None'],
    ['Price', ({ monthlyPrice }) => priceWords(monthlyPrice)],
    ['Owner', ({ ownerRef }) => ownerRef ?? 'Nobody'],
    ['Lease', ({ lease }) => (lease ? dayCountWords(lease.days) : 'No end')],
    ['What will be made', ({ changes }) => changes.join('; ')],
  ];
  return terms
    .map(([term, read]) => ({ term, before: read(before), after: read(after) }))
    .filter(difference => difference.before !== difference.after);
}
