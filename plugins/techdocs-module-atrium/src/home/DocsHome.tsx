import { QueryState, RowsSkeleton } from '@atrium/ui';
import { t } from '../translation';
import { AllDocs } from './AllDocs';
import { DocsSearch } from './DocsSearch';
import { MyTeamDocs } from './MyTeamDocs';
import { NoDocs } from './NoDocs';
import { Panel } from './Panel';
import { RecentDocs } from './RecentDocs';
import { StarredDocs } from './StarredDocs';
import { UndocumentedPanel } from './UndocumentedPanel';
import { useDocsLibrary } from './useDocsLibrary';
import styles from './DocsHome.module.css';

/** Of a line of a list of sites, in px. */
const SITE_HEIGHT = 36;

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

/** The panels, whose titles are known before what is in them. */
function DocsHomeSkeleton() {
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        <Panel title={t('myTeamDocs.myTeamsDocs')}>
          <RowsSkeleton rows={6} rowHeight={SITE_HEIGHT} />
        </Panel>
        <Panel title={t('allDocs.allDocumentation')}>
          <RowsSkeleton rows={14} rowHeight={SITE_HEIGHT} />
        </Panel>
      </div>
      <div className={styles.aside}>
        <Panel title={t('recentDocs.recentlyRead')}>
          <RowsSkeleton rows={5} rowHeight={SITE_HEIGHT} />
        </Panel>
      </div>
    </div>
  );
}
