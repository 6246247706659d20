import { Skeleton } from '@backstage/ui';
import { QueryState } from '@atrium/ui';
import { AllDocs } from './AllDocs';
import { DocsSearch } from './DocsSearch';
import { MyTeamDocs } from './MyTeamDocs';
import { NoDocs } from './NoDocs';
import { RecentDocs } from './RecentDocs';
import { StarredDocs } from './StarredDocs';
import { UndocumentedPanel } from './UndocumentedPanel';
import { useDocsLibrary } from './useDocsLibrary';
import styles from './DocsHome.module.css';

/** Where people start when they look for something written down. */
export function DocsHome() {
  const query = useDocsLibrary();
  return (
    <main className={styles.page}>
      <DocsSearch />
      <QueryState
        query={query}
        isEmpty={library => library.sites.length === 0}
        empty={
          <>
            <NoDocs />
            <UndocumentedPanel />
          </>
        }
        loading={<DocsHomeSkeleton />}
      >
        {library => (
          <div className={styles.columns}>
            <div className={styles.main}>
              <MyTeamDocs library={library} />
              <AllDocs library={library} />
            </div>
            <div className={styles.aside}>
              <RecentDocs library={library} />
              <StarredDocs library={library} />
              <UndocumentedPanel />
            </div>
          </div>
        )}
      </QueryState>
    </main>
  );
}

function DocsHomeSkeleton() {
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        <Skeleton width="100%" height={240} />
        <Skeleton width="100%" height={520} />
      </div>
      <div className={styles.aside}>
        <Skeleton width="100%" height={240} />
        <Skeleton width="100%" height={160} />
      </div>
    </div>
  );
}
