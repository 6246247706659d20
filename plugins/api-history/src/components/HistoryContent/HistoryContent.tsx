import { RiHistoryLine } from '@remixicon/react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { EmptyState, QueryState, ViewSkeleton } from '@atrium/ui';
import { useSelectedVersions } from '../../hooks/useSelectedVersions';
import { useVersions } from '../../hooks/useVersions';
import { t } from '../../translation';
import { Comparison } from './Comparison';
import { VersionList } from './VersionList';
import styles from './HistoryContent.module.css';

/** The versions of an API, and what changed between two of them. */
export function HistoryContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const query = useVersions(entityRef);
  const [selected, select] = useSelectedVersions();
  return (
    <QueryState
      query={query}
      isEmpty={({ totalItems }) => totalItems === 0}
      empty={
        <EmptyState
          icon={<RiHistoryLine />}
          title={t('historyContent.noVersionHasBeenKept')}
          description={t('historyContent.thePortalKeepsAVersion')}
        />
      }
      loading={<ViewSkeleton height={320} />}
    >
      {({ items: versions, totalItems }) => (
        <div className={styles.columns}>
          <VersionList
            versions={versions}
            totalVersions={totalItems}
            selected={selected.to ?? newestComparable(versions)}
            onSelect={version =>
              select({ from: version.comparedTo, to: version.number })
            }
            onShowMore={query.hasNextPage ? query.fetchNextPage : undefined}
            isLoadingMore={query.isFetchingNextPage}
          />
          <Comparison
            entityRef={entityRef}
            versions={versions}
            isComplete={!query.hasNextPage}
            selected={selected}
            onSelect={select}
          />
        </div>
      )}
    </QueryState>
  );
}

/** The version that the backend compares when none is named. */
function newestComparable(versions: { number: number; isValid: boolean }[]) {
  return versions.find(version => version.isValid)?.number;
}
