import type { CostDimension } from '@atrium/plugin-cost-common';

/** What people read for what cost is taken apart by. */
export const DIMENSION_WORDS: Record<CostDimension, string> = {
  entity: 'Entity',
  system: 'System',
  team: 'Team',
  provider: 'Provider',
  subAccount: 'Sub-account',
  service: 'Service',
  serviceCategory: 'Category',
  region: 'Region',
  chargeCategory: 'Charge type',
  pricingCategory: 'Pricing',
  origin: 'How it got here',
};
