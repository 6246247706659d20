import { PluginClient } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import {
  type EntityFindings,
  type EntityResult,
  type Exemption,
  type ExemptionQuery,
  type Initiative,
  type InitiativeQuery,
  MAX_FINDING_REFS,
  type ResultQuery,
  type Scorecards,
} from '@atrium/plugin-scorecard-common';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type {
  ScorecardService,
  ScorecardServiceOptions,
} from './ScorecardService';

/** Asks scorecard over HTTP, wherever it runs. */
export class ScorecardClient implements ScorecardService {
  readonly #client: PluginClient;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#client = new PluginClient('scorecard', options);
  }

  async getScorecards(options: ScorecardServiceOptions) {
    return this.#client.get<Scorecards>('/scorecards', {}, options);
  }

  async getResults(query: ResultQuery, options: ScorecardServiceOptions) {
    return this.#client.get<Page<EntityResult>>('/results', query, options);
  }

  async getInitiatives(
    query: InitiativeQuery,
    options: ScorecardServiceOptions,
  ) {
    return this.#client.get<Page<Initiative>>('/initiatives', query, options);
  }

  async getExemptions(
    { isMineToDecide, ...query }: ExemptionQuery,
    options: ScorecardServiceOptions,
  ) {
    return this.#client.get<Page<Exemption>>(
      '/exemptions',
      {
        ...query,
        isMineToDecide:
          isMineToDecide === undefined ? undefined : String(isMineToDecide),
      },
      options,
    );
  }

  async getFindingSummaries(
    entityRefs: string[],
    options: ScorecardServiceOptions,
  ) {
    return this.#client.postForRefs<EntityFindings>(
      '/findings/by-entity',
      entityRefs,
      { ...options, batchSize: MAX_FINDING_REFS },
    );
  }
}
