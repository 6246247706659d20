import {
  API_HISTORY_TAB_PATH,
  historyTabSearch,
} from '@atrium/plugin-api-history-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { EmptyState, QueryCard, RelativeTime, RowsSkeleton } from '@atrium/ui';
import { versionName } from '../../comparison/describeVersion';
import { useNewestVersion } from '../../hooks/useVersions';
import { t } from '../../translation';
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
      title={t('lastChangeCard.lastChange')}
      query={query}
      isEmpty={version => version === null}
      empty={
        <EmptyState
          title={t('lastChangeCard.noVersionHasBeenKept')}
          description={t('lastChangeCard.thePortalKeepsTheDefinition')}
        />
      }
      loading={<RowsSkeleton rows={3} rowHeight={24} />}
    >
      {version =>
        version && (
          <div className={styles.change}>
            <VersionBadges version={version} />
            <span className={styles.when}>
              {t('lastChangeCard.version', {
                version: versionName(version),
                relativeTime: <RelativeTime instant={version.createdAt} />,
              })}
            </span>
            <Link
              href={`${tabPath}${historyTabSearch({
                from: version.comparedTo,
                to: version.counts && version.number,
              })}`}
            >
              {version.counts
                ? t('lastChangeCard.seeWhatChanged')
                : t('lastChangeCard.seeTheHistory')}
            </Link>
          </div>
        )
      }
    </QueryCard>
  );
}
