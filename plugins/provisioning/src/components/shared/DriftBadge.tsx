import type { ProvisionedResource } from '@atrium/plugin-provisioning-common';
import { RelativeTime, StatusBadge, textStyles } from '@atrium/ui';

/** Whether a resource is as it was made, and when somebody looked. */
export function DriftBadge({ drift }: Pick<ProvisionedResource, 'drift'>) {
  const { checkedAt, differences } = drift;
  if (!checkedAt) {
    return <StatusBadge status="unknown">Not checked yet</StatusBadge>;
  }
  return (
    <>
      {differences.length > 0 ? (
        <StatusBadge status="warning">
          {differences.length === 1
            ? '1 difference'
            : `${differences.length} differences`}
        </StatusBadge>
      ) : (
        <StatusBadge status="good">None</StatusBadge>
      )}
      <div className={`${textStyles.muted} ${textStyles.nowrap}`}>
        Checked <RelativeTime instant={checkedAt} />
      </div>
    </>
  );
}
