import type { ProvisionedResource } from '@atrium/plugin-provisioning-common';
import { formatDate, StatusBadge, textStyles } from '@atrium/ui';
import { t } from '../../translation';
import { isLeaseEnding, leaseLeftWords } from '../../words/leaseWords';

/** Until when a resource is lent, and how long that is. */
export function LeaseLine(props: Pick<ProvisionedResource, 'lease'>) {
  const { lease } = props;
  if (!lease) {
    return <span className={textStyles.muted}>{t('leaseLine.noEnd')}</span>;
  }
  const now = new Date();
  const words = leaseLeftWords(lease, now);
  return (
    <>
      <div className={textStyles.nowrap}>{formatDate(lease.endsAt)}</div>
      {isLeaseEnding(lease.endsAt, now) ? (
        <StatusBadge status="warning">{words}</StatusBadge>
      ) : (
        <div className={textStyles.muted}>{words}</div>
      )}
    </>
  );
}
