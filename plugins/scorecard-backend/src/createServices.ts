import type { VisibleEntities } from '@atrium/backend-common';
import type { ScorecardConfig } from './config/readScorecardConfig';
import type { createEngine } from './createEngine';
import type { ScorecardStores } from './database/createStores';
import { DryRuns } from './drafts/DryRuns';
import { ExpressionTrials } from './drafts/ExpressionTrials';
import { FactPushes } from './facts/FactPushes';
import { FactReads } from './facts/FactReads';
import type { FactRegistry } from './facts/FactRegistry';
import { ScorecardReads } from './scorecards/ScorecardReads';
import { VisibleResults } from './scorecards/VisibleResults';

interface CreateServicesOptions {
  config: ScorecardConfig;
  engine: ReturnType<typeof createEngine>;
  registry: FactRegistry;
  stores: ScorecardStores;
  visible: VisibleEntities;
}

/** Creates what the routes of scorecard call. */
export function createServices(options: CreateServicesOptions) {
  const { config, engine, stores } = options;
  const shared = { ...options, ...stores, ...engine };
  const factReads = new FactReads(shared);
  const dryRuns = new DryRuns(shared);
  return {
    dryRuns,
    expressionTrials: new ExpressionTrials({ ...shared, dryRuns, factReads }),
    factPushes: new FactPushes({ ...shared, pushedFacts: config.pushedFacts }),
    factReads,
    scorecardReads: new ScorecardReads({
      ...shared,
      visibleResults: new VisibleResults(shared),
    }),
  };
}
