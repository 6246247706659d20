import type { ProvisionedResource } from '@atrium/plugin-provisioning-common';
import { type Status, StatusBadge, textStyles } from '@atrium/ui';

const WORDS: Record<
  NonNullable<ProvisionedResource['health']>['status'],
  { label: string; status: Status }
> = {
  ok: { label: 'Healthy', status: 'good' },
  degraded: { label: 'Degraded', status: 'bad' },
  unknown: { label: 'Not measured', status: 'unknown' },
};

/** How a resource is, as its provider says. */
export function HealthBadge({ health }: Pick<ProvisionedResource, 'health'>) {
  const { label, status } = WORDS[health?.status ?? 'unknown'];
  return (
    <>
      <StatusBadge status={status}>{label}</StatusBadge>
      {health?.message && (
        <div className={textStyles.muted}>{health.message}</div>
      )}
    </>
  );
}
