import {
  errorMessage,
  RelativeTime,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import type { ClusterReading } from '@atrium/plugin-workloads-common';
import { t } from '../../translation';

/** Props of {@link Freshness}. */
export interface FreshnessProps {
  clusters: ClusterReading[];
  /** Why it could not be read anew. */
  error: Error | null;
}

/** How old what one sees is, and whether it is being kept up. */
export function Freshness({ clusters, error }: FreshnessProps) {
  const [oldest] = clusters.map(({ readAt }) => readAt).sort();
  return (
    <>
      {error && (
        <StatusBadge status="warning">
          {t('freshness.notRefreshed', { message: errorMessage(error) })}
        </StatusBadge>
      )}
      {oldest && (
        <span className={textStyles.muted}>
          {t('freshness.read', {
            relativeTime: <RelativeTime instant={oldest} />,
          })}
        </span>
      )}
    </>
  );
}
