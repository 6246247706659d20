import {
  type AuditedServices,
  type EntityOrigins,
  Ownership,
  VisibleEntities,
} from '@atrium/backend-common';
import type { DeliveryService } from '@atrium/plugin-delivery-node';
import type {
  AuthService,
  DiscoveryService,
  LoggerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { ClaimIndex } from '../claims/ClaimIndex';
import { EntityFinder } from '../claims/EntityFinder';
import type { WorkloadsConfig } from '../config/readWorkloadsConfig';
import type { ClaimStore } from '../database/ClaimStore';
import { ClusterReader } from '../kubernetes/ClusterReader';
import { KubernetesProxyClient } from '../kubernetes/KubernetesProxyClient';
import { DeployedVersions } from './DeployedVersions';
import { EntityReads } from './EntityReads';
import { OverviewReads } from './OverviewReads';
import { OwnedObjects } from './OwnedObjects';
import { RestartService } from './RestartService';
import { SettingsReads } from './SettingsReads';
import { WorkloadPermissions } from './WorkloadPermissions';

interface CreateServicesOptions extends AuditedServices {
  auth: AuthService;
  catalog: CatalogService;
  claims: ClaimStore;
  config: WorkloadsConfig;
  delivery: DeliveryService;
  discovery: DiscoveryService;
  logger: LoggerService;
  metrics: MetricsService;
  origins: EntityOrigins;
  userInfo: UserInfoService;
}

/** Creates what the routes, actions and tasks of workloads call. */
export function createServices(options: CreateServicesOptions) {
  const { auth, catalog, claims, config } = options;
  const reader = new ClusterReader({
    ...config,
    client: new KubernetesProxyClient({ ...options, ...config }),
    counter: options.metrics.createCounter('workloads.cluster.requests', {
      description: 'Requests to clusters, by what became of them',
    }),
  });
  const index = new ClaimIndex({
    catalog,
    auth,
    origins: options.origins,
    rules: config.claimRules,
    store: claims,
  });
  const entities = new EntityFinder(catalog);
  const permissions = new WorkloadPermissions(options);
  const shared = {
    config,
    entities,
    index,
    permissions,
    reader,
    versions: new DeployedVersions(options),
    visible: new VisibleEntities(options),
  };
  return {
    reader,
    index,
    entityReads: new EntityReads(shared),
    overviewReads: new OverviewReads({
      ...shared,
      ownership: new Ownership(options),
    }),
    settings: new SettingsReads(shared),
    restarts: new RestartService({
      auditor: options.auditor,
      catalog,
      permissions: options.permissions,
      entities,
      objects: new OwnedObjects({ index, permissions, reader }),
      reader,
    }),
  };
}
