import { gitHostsServiceRef } from '@atrium/git-hosts';
import { costServiceRef } from '@atrium/plugin-cost-node';
import { sloServiceRef } from '@atrium/plugin-slo-node';
import { workloadsServiceRef } from '@atrium/plugin-workloads-node';
import { coreServices } from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';

/** What provisioning needs of the portal and of other plugins. */
export const provisioningDeps = {
  actionsRegistry: actionsRegistryServiceRef,
  auditor: coreServices.auditor,
  auth: coreServices.auth,
  catalog: catalogServiceRef,
  config: coreServices.rootConfig,
  cost: costServiceRef,
  database: coreServices.database,
  events: eventsServiceRef,
  gitHosts: gitHostsServiceRef,
  httpAuth: coreServices.httpAuth,
  httpRouter: coreServices.httpRouter,
  lifecycle: coreServices.lifecycle,
  logger: coreServices.logger,
  metrics: metricsServiceRef,
  notifications: notificationService,
  permissions: coreServices.permissions,
  permissionsRegistry: coreServices.permissionsRegistry,
  scheduler: coreServices.scheduler,
  signals: signalsServiceRef,
  slo: sloServiceRef,
  urlReader: coreServices.urlReader,
  userInfo: coreServices.userInfo,
  workloads: workloadsServiceRef,
};
