import type { Page } from '@atrium/common';
import type { Problem } from '@atrium/plugin-catalog-health-common';
import { ResponseError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import type { CatalogHealthApi, ListProblemsQuery } from './CatalogHealthApi';

/** Asks the backend. */
export class CatalogHealthClient implements CatalogHealthApi {
  readonly #fetchApi: FetchApi;

  constructor(fetchApi: FetchApi) {
    this.#fetchApi = fetchApi;
  }

  async listProblems({
    entityRef,
    cursor,
  }: ListProblemsQuery): Promise<Page<Problem>> {
    const query = new URLSearchParams({
      ...(entityRef && { entityRef }),
      ...(cursor && { cursor }),
    });
    const response = await this.#fetchApi.fetch(
      `plugin://catalog-health/problems?${query}`,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
