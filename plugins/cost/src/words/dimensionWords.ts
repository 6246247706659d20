import type { CostDimension } from '@atrium/plugin-cost-common';
import { t } from '../translation';

/** What people read for what cost is taken apart by. */
export const DIMENSION_WORDS: Record<CostDimension, string> = {
  get entity() {
    return t('dimensionWords.entity');
  },
  get system() {
    return t('dimensionWords.system');
  },
  get team() {
    return t('dimensionWords.team');
  },
  get provider() {
    return t('dimensionWords.provider');
  },
  get subAccount() {
    return t('dimensionWords.subAccount');
  },
  get service() {
    return t('dimensionWords.service');
  },
  get serviceCategory() {
    return t('dimensionWords.category');
  },
  get region() {
    return t('dimensionWords.region');
  },
  get chargeCategory() {
    return t('dimensionWords.chargeType');
  },
  get pricingCategory() {
    return t('dimensionWords.pricing');
  },
  get origin() {
    return t('dimensionWords.howItGotHere');
  },
};
