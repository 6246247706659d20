import {
  type AuditedServices,
  EntityScope,
  Ownership,
  SignalPublisher,
  VisibleEntities,
} from '@atrium/backend-common';
import {
  SCORECARD_SIGNAL_CHANNEL,
  type ScorecardSubject,
} from '@atrium/plugin-scorecard-common';
import type { FactProvidersExtensionPoint } from '@atrium/plugin-scorecard-node';
import type {
  AuthService,
  LifecycleService,
  LoggerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { Knex } from 'knex';
import type { FindingsConfig } from '../config/readFindingsConfig';
import { AlertPlaceStore } from '../database/AlertPlaceStore';
import { BomStore } from '../database/BomStore';
import { ComponentStore } from '../database/ComponentStore';
import { FindingStore } from '../database/FindingStore';
import { FindingSummaryStore } from '../database/FindingSummaryStore';
import { GoneEntityStore } from '../database/GoneEntityStore';
import { ScanReadStore } from '../database/ScanReadStore';
import { ScanStore } from '../database/ScanStore';
import { SuppressionStore } from '../database/SuppressionStore';
import { Components } from './Components';
import { FindingChanges } from './FindingChanges';
import { FindingMetrics } from './FindingMetrics';
import { FindingSummaries } from './FindingSummaries';
import { Findings } from './Findings';
import { Suppressions } from './Suppressions';
import { Uploads } from './Uploads';

interface CreateServicesOptions extends AuditedServices {
  auth: AuthService;
  catalog: CatalogService;
  facts: Pick<FactProvidersExtensionPoint, 'refresh'>;
  findingsConfig: FindingsConfig;
  knex: Knex;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  signals: SignalsService;
  userInfo: UserInfoService;
}

/** Puts stores and services together. */
export function createServices(options: CreateServicesOptions) {
  const { catalog, findingsConfig, knex } = options;
  const findingStore = new FindingStore(knex, findingsConfig.slaDays);
  const scans = new ScanStore(knex);
  const suppressionStore = new SuppressionStore(knex);
  const visible = new VisibleEntities(options);
  const scope = new EntityScope({
    catalog,
    ownership: new Ownership(options),
    visible,
    // Findings outlive their entities.
    listOwnRefs: async scopeOptions =>
      visible.filter(await findingStore.listEntityRefs(), scopeOptions),
    members: { 'metadata.name': CATALOG_FILTER_EXISTS },
  });
  const changes = new FindingChanges({
    ...options,
    signals: new SignalPublisher<ScorecardSubject>({
      ...options,
      channel: SCORECARD_SIGNAL_CHANNEL,
    }),
  });
  const findings = new Findings({
    scope,
    scans: new ScanReadStore(knex),
    store: findingStore,
  });
  return {
    changes,
    components: new Components({
      catalog,
      scope,
      store: new ComponentStore(knex),
    }),
    findings,
    findingSummaries: new FindingSummaries({
      store: new FindingSummaryStore(knex, findingsConfig.slaDays),
      visible,
    }),
    goneEntities: new GoneEntityStore(knex),
    places: new AlertPlaceStore(knex),
    scans,
    suppressionStore,
    suppressions: new Suppressions({
      ...options,
      changes,
      findings,
      store: suppressionStore,
    }),
    uploads: new Uploads({
      ...options,
      boms: new BomStore(knex),
      changes,
      config: findingsConfig,
      metrics: new FindingMetrics(options.metrics),
      store: scans,
    }),
  };
}
