import {
  type EntityOrigins,
  FileProposals,
  Ownership,
  type ScheduledFileReads,
  type VisibleEntities,
} from '@atrium/backend-common';
import type { GitHosts } from '@atrium/git-hosts';
import type {
  AuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ScorecardConfig } from './config/readScorecardConfig';
import type { createEngine } from './createEngine';
import type { ScorecardStores } from './database/createStores';
import { DryRuns } from './drafts/DryRuns';
import { ExpressionTrials } from './drafts/ExpressionTrials';
import { FactCounts } from './facts/FactCounts';
import { FactPushes } from './facts/FactPushes';
import { FactReads } from './facts/FactReads';
import type { FactRegistry } from './facts/FactRegistry';
import { ScorecardProposalSubjects } from './proposals/ScorecardProposalSubjects';
import { ScorecardManagers } from './scorecards/ScorecardManagers';
import { ScorecardReads } from './scorecards/ScorecardReads';
import { VisibleResults } from './scorecards/VisibleResults';

interface CreateServicesOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: ScorecardConfig;
  engine: ReturnType<typeof createEngine>;
  files: ScheduledFileReads;
  gitHosts: GitHosts;
  origins: EntityOrigins;
  permissions: PermissionsService;
  registry: FactRegistry;
  stores: ScorecardStores;
  userInfo: UserInfoService;
  visible: VisibleEntities;
}

/** Creates what the routes of scorecard call. */
export function createServices(options: CreateServicesOptions) {
  const { config, engine, stores } = options;
  const shared = { ...options, ...stores, ...engine };
  const factReads = new FactReads({
    ...shared,
    counts: new FactCounts(stores.providers),
  });
  const dryRuns = new DryRuns(shared);
  return {
    dryRuns,
    expressionTrials: new ExpressionTrials({ ...shared, dryRuns, factReads }),
    factPushes: new FactPushes({ ...shared, pushedFacts: config.pushedFacts }),
    factReads,
    proposals: new FileProposals({
      ...shared,
      onCommit: repositoryUrl => options.files.reread(repositoryUrl),
    }),
    proposalSubjects: new ScorecardProposalSubjects(shared),
    scorecardReads: new ScorecardReads({
      ...shared,
      hasPublicBadges: config.hasPublicBadges,
      managers: new ScorecardManagers({
        ...options,
        ownership: new Ownership(options),
      }),
      visibleResults: new VisibleResults(shared),
    }),
  };
}
