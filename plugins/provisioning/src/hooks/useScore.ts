import { parseEntityRef } from '@backstage/catalog-model';
import { saveFile } from '@atrium/ui';
import {
  useProvisioningMutation,
  useProvisioningQuery,
} from './provisioningHooks';

/** What the Score file of a component needs, in each environment. */
export const useScore = (entityRef: string) =>
  useProvisioningQuery(['score', entityRef], api => api.getScore(entityRef));

/** Requests all that is missing in an environment. */
export const useProvisionMissing = (entityRef: string) =>
  useProvisioningMutation((api, environment: string) =>
    api.provisionMissing(entityRef, { environment }),
  );

/** Saves the workload as Kubernetes manifests. */
export const useManifestDownload = (entityRef: string) =>
  useProvisioningMutation(
    async (api, environment: string) => {
      const manifests = await api.getManifests(entityRef, environment);
      const { name } = parseEntityRef(entityRef);
      saveFile(`${name}-${environment}.yaml`, manifests);
    },
    { invalidates: false },
  );
