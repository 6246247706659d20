import { useState } from 'react';
import { Button } from '@backstage/ui';
import type { EntityListQuery } from '@atrium/plugin-entity-summary-common';
import { usePrefetchedPage } from '../hooks/useEntityList';
import styles from './CatalogPager.module.css';
import { t } from '../translation';
import { PAGE_SIZE } from './toListQuery';

/** Props of {@link CatalogPager}. */
export interface CatalogPagerProps {
  /** The cursors of the pages before, and of the one that is shown. */
  after: string[];
  /** How many rows the page has, and how many all pages have. */
  shownCount: number;
  totalCount: number;
  /** What the page was asked by; its cursor is replaced for the next one. */
  request: EntityListQuery | undefined;
  nextCursor: string | undefined;
  onPage(after: string[]): void;
}

/** Leads from page to page; the next one is read when a hand goes for it. */
export function CatalogPager(props: CatalogPagerProps) {
  const { after, shownCount, totalCount, request, nextCursor, onPage } = props;
  const [isNextWanted, setIsNextWanted] = useState(false);
  usePrefetchedPage(
    isNextWanted && request && nextCursor
      ? { ...request, cursor: nextCursor }
      : undefined,
  );
  const start = after.length * PAGE_SIZE;
  return (
    <nav aria-label={t('catalogPager.pages')} className={styles.pager}>
      <span className={styles.range}>
        {t('catalogPager.range', {
          first: start + 1,
          last: start + shownCount,
          totalCount,
        })}
      </span>
      <Button
        variant="secondary"
        size="small"
        isDisabled={after.length === 0}
        onPress={() => onPage(after.slice(0, -1))}
      >
        {t('catalogPager.previous')}
      </Button>
      <Button
        variant="secondary"
        size="small"
        isDisabled={nextCursor === undefined}
        onHoverStart={() => setIsNextWanted(true)}
        onFocus={() => setIsNextWanted(true)}
        onPress={() => nextCursor && onPage([...after, nextCursor])}
      >
        {t('catalogPager.next')}
      </Button>
    </nav>
  );
}
