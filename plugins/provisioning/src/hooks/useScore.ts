import { parseEntityRef } from '@backstage/catalog-model';
import type {
  ApplyScore,
  ProvisionMissing,
  ScoreApplication,
} from '@atrium/plugin-provisioning-common';
import { saveFile } from '@atrium/ui';
import {
  useProvisioningMutation,
  useProvisioningQuery,
} from './provisioningHooks';

const ROLLING_OUT_MS = 3_000;
const SETTLED_MS = 60_000;

/** What the Score file of a component needs, in each environment. */
export const useScore = (entityRef: string) =>
  useProvisioningQuery(['score', entityRef], api => api.getScore(entityRef));

/** Requests all that is missing in an environment. */
export const useProvisionMissing = (entityRef: string) =>
  useProvisioningMutation((api, input: ProvisionMissing) =>
    api.provisionMissing(entityRef, input),
  );

/** What runs of a workload in each environment; often, while it rolls out. */
export const useScoreDeployments = (entityRef: string) =>
  useProvisioningQuery(
    ['score-deployments', entityRef],
    api => api.getScoreDeployments(entityRef),
    {
      refetchInterval: ({ state }) =>
        state.data?.items.some(
          ({ workload }) => workload?.state === 'rolling-out',
        )
          ? ROLLING_OUT_MS
          : SETTLED_MS,
    },
  );

/** What applying a workload would change. */
export const useApplyPreview = (entityRef: string, input: ScoreApplication) =>
  useProvisioningQuery(
    ['score-preview', entityRef, input],
    api => api.previewApply(entityRef, input),
    { placeholderData: undefined },
  );

/** Applies a workload, as its preview has it. */
export const useApplyScore = (entityRef: string) =>
  useProvisioningMutation((api, input: ApplyScore) =>
    api.applyScore(entityRef, input),
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
