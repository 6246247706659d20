import type { CostMetric } from '@atrium/plugin-cost-common';

/** What people read for each of the four costs, and what it means. */
export const METRIC_WORDS: Record<
  CostMetric,
  { title: string; meaning: string }
> = {
  effective: {
    title: 'Effective',
    meaning:
      'What was used, with commitments and prepayments spread over their use.',
  },
  billed: { title: 'Billed', meaning: 'What the invoices say.' },
  list: {
    title: 'List',
    meaning: 'What it would cost at public prices, without any discount.',
  },
  contracted: {
    title: 'Contracted',
    meaning: 'What it would cost at our own prices, without commitments.',
  },
};
