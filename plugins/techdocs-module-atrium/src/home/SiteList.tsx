import { memo } from 'react';
import { Link } from 'react-router-dom';
import { StarButton } from '@atrium/ui';
import { useStarredEntities } from '@backstage/plugin-catalog-react';
import type { DocsSite } from './DocsSite';
import { useSiteHref } from './useSiteHref';
import styles from './SiteList.module.css';

export interface SiteListProps {
  sites: DocsSite[];
  /** Names the owner at the end of each line, where that is not known already. */
  ownerName?(site: DocsSite): string | undefined;
  /** Leaves out what only a wide column has room for. */
  isCompact?: boolean;
}

/** One line for each site: its title, what it is about, whose it is. */
export const SiteList = memo((props: SiteListProps) => {
  const { sites, ownerName, isCompact = false } = props;
  const siteHref = useSiteHref();
  const { starredEntities, toggleStarredEntity } = useStarredEntities();
  return (
    <ul className={styles.list} data-compact={isCompact || undefined}>
      {sites.map(site => (
        <li key={site.entityRef} className={styles.item}>
          <Link className={styles.title} to={siteHref(site)}>
            {site.title}
          </Link>
          {!isCompact && (
            <span className={styles.description} title={site.description}>
              {site.description}
            </span>
          )}
          {ownerName && <span className={styles.owner}>{ownerName(site)}</span>}
          <span className={styles.star}>
            <StarButton
              title={site.title}
              isStarred={starredEntities.has(site.entityRef)}
              onToggle={() => toggleStarredEntity(site.entityRef)}
            />
          </span>
        </li>
      ))}
    </ul>
  );
});
