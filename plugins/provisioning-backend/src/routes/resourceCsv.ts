import type { CsvColumns } from '@atrium/backend-common';
import type { ProvisionedResource } from '@atrium/plugin-provisioning-common';

/** What a spreadsheet has of a resource. */
export const resourceCsv: CsvColumns<ProvisionedResource> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  type: ({ type }) => type,
  class: one => one.class,
  environment: ({ environment }) => environment,
  owner: ({ ownerRef }) => ownerRef,
  components: ({ entityRefs }) => entityRefs.join(' '),
  definition: ({ definition }) => definition,
  plan: ({ plan }) => plan,
  monthlyPrice: ({ monthlyPrice }) => monthlyPrice?.amount,
  currency: ({ monthlyPrice }) => monthlyPrice?.currency,
  state: ({ state }) => state,
  leaseEndsAt: ({ lease }) => lease?.endsAt,
  drift: ({ drift }) => drift.differences.join('; '),
  checkedAt: ({ drift }) => drift.checkedAt,
  providerName: ({ providerName }) => providerName,
  createdAt: ({ createdAt }) => createdAt,
};
