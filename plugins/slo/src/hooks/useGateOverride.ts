import { useMutation } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  type CreateGateOverride,
  sloGateOverridePermission,
} from '@atrium/plugin-slo-common';
import { sloApiRef } from '../api/SloApi';
import { useSloRefresh } from './useSloRefresh';

/** Lets changes through for a while, and whether one may. */
export function useGateOverride(entityRef: string) {
  const api = useApi(sloApiRef);
  const { allowed } = usePermission({
    permission: sloGateOverridePermission,
    resourceRef: entityRef,
  });
  const override = useMutation({
    mutationFn: (input: CreateGateOverride) =>
      api.overrideGate(entityRef, input),
    onSuccess: useSloRefresh(),
  });
  return { isAllowed: allowed, override };
}
