import { apiHistoryServiceRef } from '@atrium/plugin-api-history-node';
import { catalogHealthServiceRef } from '@atrium/plugin-catalog-health-node';
import { costServiceRef } from '@atrium/plugin-cost-node';
import { deliveryServiceRef } from '@atrium/plugin-delivery-node';
import { provisioningServiceRef } from '@atrium/plugin-provisioning-node';
import { scorecardServiceRef } from '@atrium/plugin-scorecard-node';
import { sloServiceRef } from '@atrium/plugin-slo-node';
import { workloadsServiceRef } from '@atrium/plugin-workloads-node';

/** The plugins that are asked. */
export const pluginServiceRefs = {
  apiHistory: apiHistoryServiceRef,
  catalogHealth: catalogHealthServiceRef,
  cost: costServiceRef,
  delivery: deliveryServiceRef,
  provisioning: provisioningServiceRef,
  scorecard: scorecardServiceRef,
  slo: sloServiceRef,
  workloads: workloadsServiceRef,
};

/** The plugins that are asked, by name. */
export type PluginServices = {
  [Name in keyof typeof pluginServiceRefs]: (typeof pluginServiceRefs)[Name]['T'];
};
