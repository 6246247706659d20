import { useMutation } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  type CreateExclusion,
  sloExclusionCreatePermission,
  sloExclusionDeletePermission,
} from '@atrium/plugin-slo-common';
import { sloApiRef } from '../api/SloApi';
import { useSloQuery } from './useSloQuery';
import { useSloRefresh } from './useSloRefresh';

const MAX_EXCLUSIONS = 50;

/** The newest times of an entity that do not count. */
export const useExclusions = (entityRef: string) =>
  useSloQuery(['exclusions', entityRef], api =>
    api.listExclusions({ entityRef, limit: MAX_EXCLUSIONS }),
  );

/** Takes a time out of the SLOs of an entity. */
export function useCreateExclusion() {
  const api = useApi(sloApiRef);
  const onSuccess = useSloRefresh();
  return useMutation({
    mutationFn: (exclusion: CreateExclusion) => api.createExclusion(exclusion),
    onSuccess,
  });
}

/** Counts a time again that was taken out. */
export function useDeleteExclusion(id: string) {
  const api = useApi(sloApiRef);
  const onSuccess = useSloRefresh();
  return useMutation({
    mutationFn: () => api.deleteExclusion(id),
    onSuccess,
  });
}

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
