import { Link } from 'react-router-dom';
import { QueryState, RelativeTime, RowsSkeleton } from '@atrium/ui';
import { t } from '../translation';
import type { DocsLibrary } from './DocsLibrary';
import { Panel, PanelNote } from './Panel';
import { pageTitle, type RecentPage } from './RecentPage';
import { useRecentPages } from './useRecentPages';
import { useSiteHref } from './useSiteHref';
import styles from './RecentDocs.module.css';

const SHOWN_COUNT = 8;

/** Where the person was reading; only what still exists. */
export function RecentDocs({ library }: { library: DocsLibrary }) {
  const query = useRecentPages();
  const siteHref = useSiteHref();
  if (!query) {
    return null;
  }
  const sites = new Map(library.sites.map(site => [site.entityRef, site]));
  const withSite = (pages: RecentPage[]) =>
    pages
      .flatMap(page => {
        const site = sites.get(page.entityRef);
        return site ? [{ ...page, site }] : [];
      })
      .slice(0, SHOWN_COUNT);
  return (
    <Panel title={t('recentDocs.recentlyRead')}>
      <QueryState
        query={query}
        isEmpty={pages => withSite(pages).length === 0}
        empty={<PanelNote>{t('recentDocs.thePagesYouReadAre')}</PanelNote>}
        loading={<RowsSkeleton rows={4} rowHeight={36} />}
      >
        {pages => (
          <ul className={styles.list}>
            {withSite(pages).map(({ site, path, readAt }) => (
              <li key={`${site.entityRef}/${path}`} className={styles.item}>
                <Link className={styles.page} to={siteHref(site, path)}>
                  {path ? pageTitle(path) : site.title}
                </Link>
                <RelativeTime instant={readAt} />
                {path && <span className={styles.site}>{site.title}</span>}
              </li>
            ))}
          </ul>
        )}
      </QueryState>
    </Panel>
  );
}
