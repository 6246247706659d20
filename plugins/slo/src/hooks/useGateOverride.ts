import { usePermission } from '@backstage/plugin-permission-react';
import {
  type CreateGateOverride,
  sloGateOverridePermission,
} from '@atrium/plugin-slo-common';
import { useSloMutation } from './sloHooks';

/** Lets changes through for a while, and whether one may. */
export function useGateOverride(entityRef: string) {
  const { allowed } = usePermission({
    permission: sloGateOverridePermission,
    resourceRef: entityRef,
  });
  const override = useSloMutation((api, input: CreateGateOverride) =>
    api.overrideGate(entityRef, input),
  );
  return { isAllowed: allowed, override };
}
