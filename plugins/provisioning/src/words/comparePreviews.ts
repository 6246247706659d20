import type { Preview } from '@atrium/plugin-provisioning-common';
import { t } from '../translation';
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
    [
      t('comparePreviews.definition'),
      ({ definition }) => definition?.title ?? t('comparePreviews.none'),
    ],
    [
      t('comparePreviews.plan'),
      ({ plan }) => plan?.title ?? t('comparePreviews.none'),
    ],
    [
      t('comparePreviews.price'),
      ({ monthlyPrice }) => priceWords(monthlyPrice),
    ],
    [
      t('comparePreviews.owner'),
      ({ ownerRef }) => ownerRef ?? t('comparePreviews.nobody'),
    ],
    [
      t('comparePreviews.lease'),
      ({ lease }) =>
        lease ? dayCountWords(lease.days) : t('comparePreviews.noEnd'),
    ],
    [t('comparePreviews.whatWillBeMade'), ({ changes }) => changes.join('; ')],
  ];
  return terms
    .map(([term, read]) => ({ term, before: read(before), after: read(after) }))
    .filter(difference => difference.before !== difference.after);
}
