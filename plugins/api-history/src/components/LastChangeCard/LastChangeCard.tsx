import {
  API_HISTORY_TAB_PATH,
  historyTabSearch,
} from '@atrium/plugin-api-history-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link, Skeleton } from '@backstage/ui';
import { EmptyState, QueryCard, RelativeTime } from '@atrium/ui';
import { versionName } from '../../comparison/describeVersion';
import { useNewestVersion } from '../../hooks/useVersions';
import { VersionBadges } from '../VersionBadges';
import styles from './LastChangeCard.module.css';

/** When an API changed last, and whether that broke anything. */
export function LastChangeCard() {
  const { entity } = useEntity();
  const linkTo = useEntityRefLink();
  const query = useNewestVersion(stringifyEntityRef(entity));
  const tabPath = `${linkTo(entity)}${API_HISTORY_TAB_PATH}`;
  return (
    <QueryCard
      title="Last change"
      query={query}
      isEmpty={version => version === null}
      empty={
        <EmptyState
          title="No version has been kept yet"
          description="The portal keeps the definition within a minute of seeing it."
        />
      }
      loading={<Skeleton width="100%" height={72} />}
    >
      {version =>
        version && (
          <div className={styles.change}>
            <VersionBadges version={version} />
            <span className={styles.when}>
              Version {versionName(version)},{' '}
              <RelativeTime instant={version.createdAt} />
            </span>
            <Link
              href={`${tabPath}${historyTabSearch({
                from: version.comparedTo,
                to: version.counts && version.number,
              })}`}
            >
              {version.counts ? 'See what changed' : 'See the history'}
            </Link>
          </div>
        )
      }
    </QueryCard>
  );
}
