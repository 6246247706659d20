import { useEffect, useRef } from 'react';
import { Link } from '@backstage/ui';
import styles from './EntityTabs.module.css';

/** Props of {@link EntityTabs}. */
export interface EntityTabsProps {
  label: string;
  tabs: { path: string; title: string; href: string }[];
  /** The path of the tab that is shown. */
  selected?: string;
}

/**
 * The parts of the page of an entity; on a phone the row scrolls, not the page.
 * Where there is but one, there is nothing to choose.
 */
export function EntityTabs({ label, tabs, selected }: EntityTabsProps) {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    // In a row that is cut off, the tab that one is on has to be in sight.
    const current = row.current?.querySelector<HTMLElement>(
      '[aria-current="page"]',
    );
    if (row.current && current) {
      row.current.scrollLeft = current.offsetLeft - row.current.offsetLeft - 24;
    }
  }, [selected]);
  return tabs.length < 2 ? null : (
    <nav ref={row} className={styles.row} aria-label={label}>
      {tabs.map(({ path, title, href }) => (
        <Link
          key={path}
          href={href}
          standalone
          className={styles.tab}
          aria-current={path === selected ? 'page' : undefined}
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}
