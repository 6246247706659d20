import { type KindRules, PluginClient } from '@atrium/backend-common';
import type { GitHosts } from '@atrium/git-hosts';
import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { CatalogHealthConfig } from '../config/readCatalogHealthConfig';
import type { CommitStatusStore } from '../database/CommitStatusStore';
import type { ProblemStore } from '../database/ProblemStore';
import type { Conflicts } from '../services/Conflicts';
import { OwnerFinder } from '../services/OwnerFinder';
import { ProblemNotifier } from '../services/ProblemNotifier';
import { PusherFinder } from '../services/PusherFinder';
import { RepositoryEntities } from '../services/RepositoryEntities';
import { StatusWriter } from '../services/StatusWriter';
import { HealthSweep } from './HealthSweep';

interface CreateHealthSweepOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: CatalogHealthConfig;
  conflicts: Conflicts;
  discovery: DiscoveryService;
  gitHosts: GitHosts;
  integrations: ScmIntegrationRegistry;
  logger: LoggerService;
  notifications: NotificationService;
  problems: ProblemStore;
  rules: KindRules;
  statuses: CommitStatusStore;
}

/** Creates the sweep with everything that it finds owners and tells them by. */
export function createHealthSweep(
  options: CreateHealthSweepOptions,
): HealthSweep {
  const { config } = options;
  const entities = new RepositoryEntities(options);
  return new HealthSweep({
    ...options,
    catalogClient: new PluginClient('catalog', options),
    notifier: new ProblemNotifier(options),
    owners: new OwnerFinder({
      ...options,
      ...config,
      entities,
      pushers: new PusherFinder(options),
    }),
    statuses: config.hasCommitStatuses
      ? new StatusWriter({ ...options, ...config, entities })
      : undefined,
  });
}
