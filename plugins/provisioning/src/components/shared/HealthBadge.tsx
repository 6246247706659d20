import type { ProvisionedResource } from '@atrium/plugin-provisioning-common';
import { readField, type Status, StatusBadge, textStyles } from '@atrium/ui';
import { t } from '../../translation';

const WORDS: Record<
  NonNullable<ProvisionedResource['health']>['status'],
  { label: string; status: Status }
> = {
  ok: {
    get label() {
      return t('healthBadge.healthy');
    },
    status: 'good',
  },
  degraded: {
    get label() {
      return t('healthBadge.degraded');
    },
    status: 'bad',
  },
  unknown: {
    get label() {
      return t('healthBadge.notMeasured');
    },
    status: 'unknown',
  },
};

/** How a resource is, as its provider says. */
export function HealthBadge({ health }: Pick<ProvisionedResource, 'health'>) {
  const { label, status } = WORDS[health?.status ?? 'unknown'];
  return (
    <>
      <StatusBadge status={status}>{label}</StatusBadge>
      {health?.message && (
        <div className={textStyles.muted}>{readField(health, 'message')}</div>
      )}
    </>
  );
}
