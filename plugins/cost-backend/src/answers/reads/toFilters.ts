import type { CostFilters } from '../sums/sumQuery';

/** The filters among the parameters of a question. */
export function toFilters(query: CostFilters): CostFilters {
  return {
    provider: query.provider,
    subAccount: query.subAccount,
    service: query.service,
    serviceCategory: query.serviceCategory,
    region: query.region,
    chargeCategory: query.chargeCategory,
  };
}
