import {
  type EntityOrigins,
  EntityScope,
  FileProposals,
  Ownership,
  type ScheduledFileReads,
  VisibleEntities,
} from '@atrium/backend-common';
import type { GitHosts } from '@atrium/git-hosts';
import {
  type OpenSloDocument,
  SLO_ANNOTATION,
} from '@atrium/plugin-slo-common';
import type {
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SloConfig } from '../config/readSloConfig';
import type { SloStores } from '../database/createStores';
import { PushService } from './collect/PushService';
import { SourceReads } from './collect/SourceReads';
import type { SourceRegistry } from './collect/SourceRegistry';
import { Exclusions } from './Exclusions';
import { Gates } from './Gates';
import { SloProposalSubjects } from './proposals/SloProposalSubjects';
import { DailyCountReads } from './reads/DailyCountReads';
import { SeriesReads } from './reads/SeriesReads';
import { SloReads } from './reads/SloReads';
import type { SloMetrics } from './SloMetrics';

interface CreateServicesOptions {
  catalog: CatalogService;
  config: SloConfig;
  gitHosts: GitHosts;
  meter: SloMetrics;
  origins: EntityOrigins;
  permissions: PermissionsService;
  registry: SourceRegistry;
  files: ScheduledFileReads;
  sharedDocuments: OpenSloDocument[];
  stores: SloStores;
  userInfo: UserInfoService;
}

/** Creates what the routes and actions of slo call. */
export function createServices(options: CreateServicesOptions) {
  const { catalog, config, files, registry, stores } = options;
  const { definitions, exclusions, series, slos } = stores;
  const visible = new VisibleEntities(options);
  const scope = new EntityScope({
    catalog,
    ownership: new Ownership(options),
    visible,
    listOwnRefs: () => definitions.listRefs(),
    members: {
      [`metadata.annotations.${SLO_ANNOTATION}`]: CATALOG_FILTER_EXISTS,
    },
  });
  const reads = new SloReads({ store: slos, definitions, scope, visible });
  return {
    reads,
    series: new SeriesReads({ reads, scope, slos, store: series }),
    dailyCounts: new DailyCountReads({ slos, series, exclusions, scope }),
    sources: new SourceReads({
      store: stores.collected,
      sources: registry.all,
    }),
    push: new PushService({
      store: stores.counts,
      retention: config.retention,
      meter: options.meter,
    }),
    exclusions: new Exclusions({ store: exclusions, slos, scope }),
    gates: new Gates({ ...config.gate, store: stores.gates, slos, scope }),
    proposals: new FileProposals({
      ...options,
      onCommit: url => files.reread(url),
    }),
    proposalSubjects: new SloProposalSubjects({
      ...options,
      sources: registry.queried,
    }),
  };
}
