import type { ApiVersion } from '@atrium/plugin-api-history-common';
import { StatusBadge } from '@atrium/ui';
import { describeVersion } from '../comparison/describeVersion';
import styles from './VersionBadges.module.css';

/** Props of {@link VersionBadges}. */
export interface VersionBadgesProps {
  version: ApiVersion;
}

/** What a version brought, as icons with words. */
export function VersionBadges({ version }: VersionBadgesProps) {
  return (
    <span className={styles.badges}>
      {describeVersion(version).map(({ status, text }) => (
        <StatusBadge key={text} status={status}>
          {text}
        </StatusBadge>
      ))}
    </span>
  );
}
