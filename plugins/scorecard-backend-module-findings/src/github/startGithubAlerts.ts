import { EntityOrigins } from '@atrium/backend-common';
import {
  type GitHosts,
  type GithubRepository,
  matchesPatterns,
  scheduleHostPolling,
} from '@atrium/git-hosts';
import type {
  AuthService,
  DatabaseService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { FindingsConfig } from '../config/readFindingsConfig';
import type { AlertPlaceStore } from '../database/AlertPlaceStore';
import type { ScanStore } from '../database/ScanStore';
import type { FindingChanges } from '../services/FindingChanges';
import { ALERT_TOPICS, AlertWebhookHandler } from './AlertWebhookHandler';
import { Alerts, type RepositoryAlert } from './Alerts';
import { createAlertResources } from './createAlertResources';
import { MovedAlertsTask } from './MovedAlertsTask';
import { RepositoryEntities } from './RepositoryEntities';

/** What alerts of GitHub need. */
export interface GithubAlertsOptions {
  auth: AuthService;
  catalog: CatalogService;
  changes: Pick<FindingChanges, 'announce'>;
  database: DatabaseService;
  events: EventsService;
  findingsConfig: Pick<FindingsConfig, 'github'>;
  gitHosts: GitHosts;
  logger: LoggerService;
  places: AlertPlaceStore;
  rootConfig: RootConfigService;
  scheduler: SchedulerService;
  scans: ScanStore;
}

/** Has alerts of GitHub become findings, by webhook and poll. */
export async function startGithubAlerts(
  options: GithubAlertsOptions,
): Promise<void> {
  const { events, findingsConfig, gitHosts, rootConfig } = options;
  const { isListening, polling } = findingsConfig.github;
  const entities = new RepositoryEntities({
    ...options,
    origins: EntityOrigins.fromConfig(rootConfig),
  });
  const alerts = new Alerts({ ...options, entities, store: options.scans });
  if (isListening) {
    const handler = new AlertWebhookHandler(alerts);
    await events.subscribe({
      id: 'scorecard-findings-github',
      topics: ALERT_TOPICS,
      onEvent: params => handler.onEvent(params),
    });
  }
  if (isListening || polling) {
    const task = new MovedAlertsTask({ ...options, entities });
    await options.scheduler.scheduleTask({
      id: 'scorecard-findings-moved-alerts',
      frequency: { minutes: 10 },
      timeout: { minutes: 10 },
      // The catalog comes up at the same time.
      initialDelay: { minutes: 1 },
      scope: 'global',
      fn: () => task.run(),
    });
  }
  if (polling) {
    await scheduleHostPolling<GithubRepository, RepositoryAlert>({
      ...options,
      // Names the tables, which migrations of this package make.
      hostId: 'findings',
      hostName: 'GitHub',
      packageName: '@atrium/plugin-scorecard-backend-module-findings',
      taskId: 'scorecard-findings-github-poll',
      polling,
      open: repository =>
        gitHosts.github.open(repository, { isBackground: true }),
      ingest: found => alerts.ingest(found),
      resources: createAlertResources(alerts),
      listRepositories: async () => {
        const repositories = await entities.listRepositories();
        return repositories.filter(repository =>
          matchesPatterns(repository, polling.repositories),
        );
      },
    });
  }
}
