import { parseEntityRef } from '@backstage/catalog-model';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import { PluginHttpClient, urlPath } from '@atrium/ui';
import type { ProvisioningApi } from './ProvisioningApi';

/** Asks the provisioning backend. */
export function createProvisioningClient(fetchApi: FetchApi): ProvisioningApi {
  const http = new PluginHttpClient({ pluginId: 'provisioning', fetchApi });
  return {
    getDefinitions: () => http.get('/definitions'),
    getDefinitionDraft: query => http.get('/proposals', query),
    getDefinitionEffects: input => http.post('/proposals/effects', input),
    proposeDefinition: input => http.post('/proposals', input),
    preview: input => http.post('/previews', input),
    previewChange: input => http.post('/previews', input),
    createRequest: (input, idempotencyKey) =>
      http.post('/requests', input, {
        headers: { 'Idempotency-Key': idempotencyKey },
      }),
    listRequests: (query, options) => http.get('/requests', query, options),
    getRequest: id => http.get(urlPath`/requests/${id}`),
    approveRequest: (id, approval) =>
      http.post(urlPath`/requests/${id}/approve`, approval),
    rejectRequest: (id, reason) =>
      http.post(urlPath`/requests/${id}/reject`, { reason }),
    cancelRequest: (id, reason) =>
      http.post(urlPath`/requests/${id}/cancel`, { reason }),
    listResources: ({ hasDrift, ...query }, options) =>
      http.get('/resources', { ...query, hasDrift }, options),
    getResource: id => http.get(urlPath`/resources/${id}`),
    updateResource: (id, change) =>
      http.post(urlPath`/resources/${id}/update`, change),
    rotateCredentials: id => http.post(urlPath`/resources/${id}/rotate`, {}),
    extendLease: id => http.post(urlPath`/resources/${id}/extend`, {}),
    deleteResource: (id, deletion) =>
      http.post(urlPath`/resources/${id}/delete`, deletion),
    decideResource: (id, decision) =>
      http.post(urlPath`/resources/${id}/${decision}`, {}),
    takeCredentials: id => http.post(urlPath`/resources/${id}/credentials`, {}),
    listLeftovers: () => http.get('/leftovers'),
    removeLeftover: input => http.post('/leftovers/remove', input),
    getScore: entityRef => http.get(scorePath(entityRef)),
    getManifests: (entityRef, environment) =>
      http.getBlob(`${scorePath(entityRef)}/manifests`, { environment }),
    provisionMissing: (entityRef, input) =>
      http.post(`${scorePath(entityRef)}/provision-missing`, input),
    getScoreDeployments: entityRef =>
      http.get(`${scorePath(entityRef)}/deployments`),
    previewApply: (entityRef, input) =>
      http.post(`${scorePath(entityRef)}/apply-previews`, input),
    applyScore: (entityRef, input) =>
      http.post(`${scorePath(entityRef)}/apply`, input),
  };
}

function scorePath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return urlPath`/score/${kind}/${namespace}/${name}`;
}
