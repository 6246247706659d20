import type { UseQueryOptions } from '@tanstack/react-query';
import {
  MOVING_STATES,
  type ResourceDetails,
  type ResourceQuery,
  type ResourceState,
} from '@atrium/plugin-provisioning-common';
import { readAllPages } from '@atrium/ui';
import type {
  Deletion,
  ResourceChange,
  ResourceDecision,
} from '../api/ProvisioningApi';
import {
  useProvisioningMutation,
  useProvisioningQuery,
} from './provisioningHooks';

/** How many resources a page sorts and lists. */
const MAX_RESOURCES = 1_000;

/** How often one asks while steps are taken, should no signal arrive. */
const STEP_MS = 4_000;

/** Resources that fit a query. */
export const useResources = (query: ResourceQuery) =>
  useProvisioningQuery(['resources', query], (api, context) =>
    readAllPages(
      page => api.listResources({ ...query, ...page }, context),
      MAX_RESOURCES,
    ),
  );

const refetchInterval: UseQueryOptions<ResourceDetails>['refetchInterval'] = ({
  state: { data },
}) => (data && isMoving(data.state) ? STEP_MS : 60_000);

/** One resource with its history. */
export const useResource = (id: string) =>
  useProvisioningQuery(['resource', id], api => api.getResource(id), {
    refetchInterval,
    placeholderData: undefined,
  });

/** Makes it as it should be by another plan or other parameters. */
export const useUpdateResource = (id: string) =>
  useProvisioningMutation((api, change: ResourceChange) =>
    api.updateResource(id, change),
  );

/** Issues new credentials; those before do not work any more. */
export const useRotateCredentials = (id: string) =>
  useProvisioningMutation(api => api.rotateCredentials(id));

/** Lends it anew. */
export const useExtendLease = (id: string) =>
  useProvisioningMutation(api => api.extendLease(id));

/** Deletes it, with its data. */
export const useDeleteResource = (id: string) =>
  useProvisioningMutation((api, deletion: Deletion) =>
    api.deleteResource(id, deletion),
  );

/** Decides what becomes of one that failed or needs attention. */
export const useDecideResource = (id: string) =>
  useProvisioningMutation((api, decision: ResourceDecision) =>
    api.decideResource(id, decision),
  );

function isMoving(state: ResourceState): boolean {
  return MOVING_STATES.some(moving => moving === state);
}
