import { parseEntityRef } from '@backstage/catalog-model';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import { PluginHttpClient, urlPath } from '@atrium/ui';
import type { WorkloadsApi } from './WorkloadsApi';

/** Asks the workloads backend. */
export function createWorkloadsClient(fetchApi: FetchApi): WorkloadsApi {
  const http = new PluginHttpClient({ pluginId: 'workloads', fetchApi });
  return {
    getEntityWorkloads: entityRef =>
      http.get(`${entityPath(entityRef)}/workloads`),
    getWorkloads: (query, options) => http.get('/workloads', query, options),
    getSummary: () => http.get('/workloads/summary'),
    restart: (entityRef, workload) =>
      http.post(`${entityPath(entityRef)}/restart`, workload),
    deletePod: (entityRef, pod) =>
      http.post(`${entityPath(entityRef)}/pods/delete`, pod),
  };
}

function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return urlPath`/entities/${kind}/${namespace}/${name}`;
}
