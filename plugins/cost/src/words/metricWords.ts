import type { CostMetric } from '@atrium/plugin-cost-common';
import { t } from '../translation';

/** What people read for each of the four costs, and what it means. */
export const METRIC_WORDS: Record<
  CostMetric,
  { title: string; cost: string; meaning: string }
> = {
  effective: {
    get title() {
      return t('metricWords.effective');
    },
    get cost() {
      return t('metricWords.effectiveCost');
    },
    get meaning() {
      return t('metricWords.whatWasUsedWithCommitments');
    },
  },
  billed: {
    get title() {
      return t('metricWords.billed');
    },
    get cost() {
      return t('metricWords.billedCost');
    },
    get meaning() {
      return t('metricWords.whatTheInvoicesSay');
    },
  },
  list: {
    get title() {
      return t('metricWords.list');
    },
    get cost() {
      return t('metricWords.listCost');
    },
    get meaning() {
      return t('metricWords.whatItWouldCostAt');
    },
  },
  contracted: {
    get title() {
      return t('metricWords.contracted');
    },
    get cost() {
      return t('metricWords.contractedCost');
    },
    get meaning() {
      return t('metricWords.whatItWouldCostAt2');
    },
  },
};
