import type { EntityOrigins } from '@atrium/backend-common';
import type { GitHosts } from '@atrium/git-hosts';
import type { ApiHistoryService } from '@atrium/plugin-api-history-node';
import type { CatalogHealthService } from '@atrium/plugin-catalog-health-node';
import type { CostService, CostTotals } from '@atrium/plugin-cost-node';
import type { DeliveryService } from '@atrium/plugin-delivery-node';
import type { ProvisioningService } from '@atrium/plugin-provisioning-node';
import type { FactProvider } from '@atrium/plugin-scorecard-node';
import type { SloService } from '@atrium/plugin-slo-node';
import type { DocsService } from '@atrium/plugin-techdocs-node';
import type { WorkloadsService } from '@atrium/plugin-workloads-node';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createApiProvider } from './providers/api/createApiProvider';
import { createCatalogProvider } from './providers/catalog/createCatalogProvider';
import { createCostProvider } from './providers/cost/createCostProvider';
import { createDeliveryProvider } from './providers/delivery/createDeliveryProvider';
import { createDocsProvider } from './providers/docs/createDocsProvider';
import { createKubernetesProvider } from './providers/kubernetes/createKubernetesProvider';
import type { ConfirmationStore } from './providers/ownership/ConfirmationStore';
import { createOwnershipProvider } from './providers/ownership/createOwnershipProvider';
import { createProvisioningProvider } from './providers/provisioning/createProvisioningProvider';
import { createRepositoryProvider } from './providers/repository/createRepositoryProvider';
import { createSloProvider } from './providers/slo/createSloProvider';
import { createTemplateProvider } from './providers/template/createTemplateProvider';

interface CreateProvidersOptions {
  apiHistory: ApiHistoryService;
  auth: AuthService;
  catalog: CatalogService;
  catalogHealth: CatalogHealthService;
  confirmations: ConfirmationStore;
  cost: CostService;
  costTotals: CostTotals;
  delivery: DeliveryService;
  docs: DocsService;
  gitHosts: GitHosts;
  logger: LoggerService;
  origins: EntityOrigins;
  provisioning: ProvisioningService;
  slo: SloService;
  workloads: WorkloadsService;
}

/** Everything that this module tells facts of. */
export function createProviders(
  options: CreateProvidersOptions,
): FactProvider[] {
  return [
    createCatalogProvider(options),
    createOwnershipProvider(options),
    createDocsProvider(options),
    createRepositoryProvider(options),
    createDeliveryProvider(options),
    createSloProvider(options),
    createCostProvider(options),
    createProvisioningProvider(options),
    createKubernetesProvider(options),
    createApiProvider(options),
    createTemplateProvider(options),
  ];
}
