import { PluginClient } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import {
  type EntityProblemCounts,
  MAX_PROBLEM_SUBJECTS,
  type Problem,
  type ProblemQuery,
  type ProblemSubject,
} from '@atrium/plugin-catalog-health-common';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type {
  CatalogHealthService,
  CatalogHealthServiceOptions,
} from './CatalogHealthService';

/** Asks catalog-health over HTTP, wherever it runs. */
export class CatalogHealthClient implements CatalogHealthService {
  readonly #client: PluginClient;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#client = new PluginClient('catalog-health', options);
  }

  async countProblems(
    subjects: ProblemSubject[],
    options: CatalogHealthServiceOptions,
  ) {
    const counts: EntityProblemCounts[] = [];
    for (
      let start = 0;
      start < subjects.length;
      start += MAX_PROBLEM_SUBJECTS
    ) {
      const { items } = await this.#client.post<{
        items: EntityProblemCounts[];
      }>(
        '/problem-counts',
        { subjects: subjects.slice(start, start + MAX_PROBLEM_SUBJECTS) },
        options,
      );
      counts.push(...items);
    }
    return counts;
  }

  async getProblems(
    query: Partial<ProblemQuery>,
    options: CatalogHealthServiceOptions,
  ) {
    return this.#client.get<Page<Problem>>('/problems', query, options);
  }
}
