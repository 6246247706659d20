import { usePermission } from '@backstage/plugin-permission-react';
import {
  type CreateExclusion,
  sloExclusionCreatePermission,
  sloExclusionDeletePermission,
} from '@atrium/plugin-slo-common';
import { useSloMutation, useSloQuery } from './sloHooks';

const MAX_EXCLUSIONS = 50;

/** The newest times of an entity that do not count. */
export const useExclusions = (entityRef: string) =>
  useSloQuery(['exclusions', entityRef], api =>
    api.listExclusions({ entityRef, limit: MAX_EXCLUSIONS }),
  );

/** Takes a time out of the SLOs of an entity. */
export const useCreateExclusion = () =>
  useSloMutation((api, exclusion: CreateExclusion) =>
    api.createExclusion(exclusion),
  );

/** Counts a time again that was taken out. */
export const useDeleteExclusion = (id: string) =>
  useSloMutation(api => api.deleteExclusion(id));

/** What the signed-in person may do with exclusions of an entity. */
export function useExclusionRights(resourceRef: string) {
  const create = usePermission({
    permission: sloExclusionCreatePermission,
    resourceRef,
  });
  const remove = usePermission({
    permission: sloExclusionDeletePermission,
    resourceRef,
  });
  return { canCreate: create.allowed, canDelete: remove.allowed };
}
