import {
  type AuditedServices,
  type EntityPasses,
  EntityScope,
  Ownership,
  type SignalPublisher,
  VisibleEntities,
} from '@atrium/backend-common';
import { readFinanceNames } from '@atrium/plugin-cost-node';
import type { EntitySummarySubject } from '@atrium/plugin-entity-summary-common';
import type {
  AuthService,
  LifecycleService,
  LoggerService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AttentionReader } from '../attention/AttentionReader';
import type { Stores } from '../database/createStores';
import { EntityMirror } from '../entities/EntityMirror';
import { KEPT_KINDS } from '../entities/toKeptEntity';
import { createPartReaders } from '../parts/createPartReaders';
import { PartsReader } from '../parts/PartsReader';
import { ChangeReader } from '../summary/ChangeReader';
import { Neighbours } from '../summary/Neighbours';
import { Summaries } from '../summary/Summaries';
import type { PluginServices } from '../pluginServiceRefs';
import { SavedViews } from '../views/SavedViews';
import { CostVisibility } from './CostVisibility';
import { EntityLists } from './EntityLists';
import { KnownScorecards } from './KnownScorecards';
import { Refresher } from './Refresher';
import { SummaryMetrics } from './SummaryMetrics';

interface CreateServicesOptions extends AuditedServices, PluginServices {
  auth: AuthService;
  catalog: CatalogService;
  changes: SignalPublisher<EntitySummarySubject>;
  config: RootConfigService;
  entityPasses: EntityPasses;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  stores: Stores;
  userInfo: UserInfoService;
}

/** Somebody waits for a page. */
const PAGE_DEADLINE_MS = 2_500;
/** Nobody waits for the background. */
const REFRESH_DEADLINE_MS = 20_000;

/** Makes what the routes, actions and tasks call. */
export function createServices(options: CreateServicesOptions) {
  const { catalog, changes, config, logger, stores } = options;
  const ownership = new Ownership(options);
  const visible = new VisibleEntities(options);
  const scope = new EntityScope({
    ...options,
    ownership,
    visible,
    members: { kind: KEPT_KINDS },
    listOwnRefs: () => stores.lists.listRefs(),
  });
  const costs = new CostVisibility({ ...options, ownership });
  const metrics = new SummaryMetrics(options.metrics);
  const scorecards = new KnownScorecards(options.scorecard);
  const readers = createPartReaders({ ...options, scorecards });
  const onChanged = (entityRefs: string[]) =>
    changes.publish(entityRefs, ['row']);
  const toPartsReader = (deadlineMs: number) =>
    new PartsReader({
      readers,
      deadlineMs,
      onFailure(part, error) {
        metrics.countFailure(part);
        logger.debug('A part of entities could not be read', {
          part,
          error: stringifyError(error),
        });
      },
    });
  const refresher = new Refresher({
    ...options,
    ...stores,
    metrics,
    onChanged,
    parts: toPartsReader(REFRESH_DEADLINE_MS),
  });
  const mirror = new EntityMirror({
    ...options,
    ...stores,
    onChanged(entityRefs) {
      onChanged(entityRefs);
      if (entityRefs.length > 0) {
        refresher.wake();
      }
    },
  });
  const lists = new EntityLists({
    ...stores,
    costs,
    ownership,
    readFinanceNames: ({ credentials }) =>
      readFinanceNames({ catalog, config, credentials }),
    scope,
    visible,
  });
  return {
    attention: new AttentionReader({
      deadlineMs: PAGE_DEADLINE_MS,
      ownership,
      plugins: options,
      store: stores.lists,
    }),
    lists,
    mirror,
    refresher,
    savedViews: new SavedViews({ ...options, ...stores, lists }),
    summaries: new Summaries({
      ...options,
      changes: new ChangeReader({ ...options, scorecards }, PAGE_DEADLINE_MS),
      costs,
      deadlineMs: PAGE_DEADLINE_MS,
      lists,
      neighbours: new Neighbours({ ...stores, lists, ownership }),
      parts: toPartsReader(PAGE_DEADLINE_MS),
    }),
  };
}
