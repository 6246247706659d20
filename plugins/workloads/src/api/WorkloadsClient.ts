import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import type {
  DeletePod,
  EntityWorkloads,
  RestartAnswer,
  RestartWorkload,
  WorkloadPage,
  WorkloadQuery,
  WorkloadSummary,
} from '@atrium/plugin-workloads-common';
import type { WorkloadsApi } from './WorkloadsApi';

/** Speaks to the workloads backend over HTTP. */
export class WorkloadsClient implements WorkloadsApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  getEntityWorkloads(entityRef: string): Promise<EntityWorkloads> {
    return this.#ask(`${entityPath(entityRef)}/workloads`);
  }

  getWorkloads(query: WorkloadQuery): Promise<WorkloadPage> {
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) {
        params.set(name, String(value));
      }
    }
    return this.#ask(params.size > 0 ? `/workloads?${params}` : '/workloads');
  }

  getSummary(): Promise<WorkloadSummary> {
    return this.#ask('/workloads/summary');
  }

  restart(
    entityRef: string,
    workload: RestartWorkload,
  ): Promise<RestartAnswer> {
    return this.#ask(`${entityPath(entityRef)}/restart`, workload);
  }

  deletePod(entityRef: string, pod: DeletePod): Promise<RestartAnswer> {
    return this.#ask(`${entityPath(entityRef)}/pods/delete`, pod);
  }

  /** Sends `body`, when there is one, and reads the answer. */
  async #ask<T>(path: string, body?: unknown): Promise<T> {
    const response = await this.#fetchApi.fetch(
      `plugin://workloads${path}`,
      body === undefined
        ? undefined
        : {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(body),
          },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/entities/${[kind, namespace, name]
    .map(encodeURIComponent)
    .join('/')}`;
}
