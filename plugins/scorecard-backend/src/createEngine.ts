import { Ownership, SignalPublisher } from '@atrium/backend-common';
import type { GitHosts } from '@atrium/git-hosts';
import {
  SCORECARD_SIGNAL_CHANNEL,
  type ScorecardSubject,
} from '@atrium/plugin-scorecard-common';
import type {
  AuditorService,
  AuthService,
  LifecycleService,
  LoggerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { Knex } from 'knex';
import type { ScorecardConfig } from './config/readScorecardConfig';
import type { ScorecardStores } from './database/createStores';
import { ScorecardPublisher } from './definitions/ScorecardPublisher';
import { ActiveScorecards } from './evaluation/ActiveScorecards';
import { EvaluateTask } from './evaluation/EvaluateTask';
import { Evaluator } from './evaluation/Evaluator';
import { PastFiller } from './evaluation/PastFiller';
import { ScorecardExpressions } from './expressions/ScorecardExpressions';
import type { FactRegistry } from './facts/FactRegistry';
import { GrantedExemptionStore } from './people/exemptions/GrantedExemptionStore';
import { ScorecardMetrics } from './ScorecardMetrics';

interface CreateEngineOptions {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: ScorecardConfig;
  gitHosts: GitHosts;
  knex: Knex;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  registry: FactRegistry;
  signals: SignalsService;
  stores: ScorecardStores;
  userInfo: UserInfoService;
}

/** Creates what publishes scorecards and rates by them. */
export function createEngine(options: CreateEngineOptions) {
  const { config, registry, stores } = options;
  const language = new ScorecardExpressions([
    ...registry.list().map(({ description }) => description),
    ...config.pushedFacts,
  ]);
  const metrics = new ScorecardMetrics(options.metrics);
  const shared = {
    ...options,
    ...stores,
    exemptions: new GrantedExemptionStore(options.knex),
    expressions: () => language,
    metrics,
    ownership: new Ownership(options),
    signals: new SignalPublisher<ScorecardSubject>({
      ...options,
      channel: SCORECARD_SIGNAL_CHANNEL,
    }),
  };
  const active = new ActiveScorecards(shared);
  const evaluator = new Evaluator(shared);
  const past = new PastFiller({ ...shared, evaluator });
  return {
    active,
    evaluateTask: new EvaluateTask({ ...shared, active, evaluator, past }),
    evaluator,
    exemptions: shared.exemptions,
    expressions: shared.expressions,
    metrics,
    publisher: new ScorecardPublisher(shared),
    signals: shared.signals,
  };
}
