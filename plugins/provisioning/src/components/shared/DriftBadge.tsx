import type { ProvisionedResource } from '@atrium/plugin-provisioning-common';
import { RelativeTime, StatusBadge, textStyles } from '@atrium/ui';
import { t } from '../../translation';

/** Whether a resource is as it was made, and when somebody looked. */
export function DriftBadge({ drift }: Pick<ProvisionedResource, 'drift'>) {
  const { checkedAt, differences } = drift;
  if (!checkedAt) {
    return (
      <StatusBadge status="unknown">
        {t('driftBadge.notCheckedYet')}
      </StatusBadge>
    );
  }
  return (
    <>
      {differences.length > 0 ? (
        <StatusBadge status="warning">
          {t('driftBadge.differences', { count: differences.length })}
        </StatusBadge>
      ) : (
        <StatusBadge status="good">{t('driftBadge.none')}</StatusBadge>
      )}
      <div className={`${textStyles.muted} ${textStyles.nowrap}`}>
        {t('driftBadge.checked', {
          relativeTime: <RelativeTime instant={checkedAt} />,
        })}
      </div>
    </>
  );
}
