import { PluginClient } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import type {
  EntityResult,
  ResultQuery,
  Scorecards,
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
}
