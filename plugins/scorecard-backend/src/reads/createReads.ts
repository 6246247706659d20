import { Ownership, VisibleEntities } from '@atrium/backend-common';
import type {
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import type { ScorecardReadStore } from '../database/ScorecardReadStore';
import type { SnapshotStore } from '../database/SnapshotStore';
import type { ScorecardExpressions } from '../expressions/ScorecardExpressions';
import type { GrantedExemptionStore } from '../people/exemptions/GrantedExemptionStore';
import { VisibleResults } from '../scorecards/VisibleResults';
import { Badges } from './badge/Badges';
import { CheckResults } from './CheckResults';
import { FactUrls } from './FactUrls';
import { HistoryReads } from './report/HistoryReads';
import { ReportReads } from './report/ReportReads';
import { ReportStore } from './report/ReportStore';
import { ResultReads } from './ResultReads';
import { ResultReadStore } from './ResultReadStore';
import { ScorecardDefinitions } from './ScorecardDefinitions';

interface CreateReadsOptions {
  catalog: CatalogService;
  expressions: () => ScorecardExpressions;
  grantedExemptions: GrantedExemptionStore;
  knex: Knex;
  permissions: PermissionsService;
  stores: { reads: ScorecardReadStore; snapshots: SnapshotStore };
  userInfo: UserInfoService;
}

/** Creates what answers how entities stand, and stood. */
export function createReads(options: CreateReadsOptions) {
  const { knex, stores } = options;
  const ownership = new Ownership(options);
  const definitions = new ScorecardDefinitions(knex);
  const store = new ResultReadStore(knex);
  const visible = new VisibleEntities(options);
  const visibleResults = new VisibleResults({ ...stores, visible });
  return {
    badges: new Badges({ definitions, store, visible }),
    definitions,
    historyReads: new HistoryReads({ definitions, knex, visible }),
    reportReads: new ReportReads({
      ...options,
      definitions,
      ownership,
      store: new ReportStore(knex),
      visibleResults,
    }),
    resultReads: new ResultReads({
      checks: new CheckResults({
        ...options,
        ...stores,
        exemptions: options.grantedExemptions,
        urls: new FactUrls(knex),
      }),
      definitions,
      ownership,
      store,
      visible,
      visibleResults,
    }),
  };
}
