import { usePermission } from '@backstage/plugin-permission-react';
import { workloadsRestartPermission } from '@atrium/plugin-workloads-common';

/** Whether the signed-in person may restart what runs for an entity. */
export function useCanRestart(entityRef: string): boolean {
  const { allowed } = usePermission({
    permission: workloadsRestartPermission,
    resourceRef: entityRef,
  });
  return allowed;
}
