import { Button } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import type { SearchPageData } from '../queries/SearchPageData';
import { t } from '../translation';
import styles from './SearchPage.module.css';

export interface ResultPagerProps {
  data: SearchPageData;
  onTurn(pageCursor: string | undefined): void;
}

/** To the pages before and after, where there are some. */
export function ResultPager({ data, onTurn }: ResultPagerProps) {
  const { previousPageCursor, nextPageCursor } = data;
  if (!previousPageCursor && !nextPageCursor) {
    return null;
  }
  return (
    <nav className={styles.pager} aria-label={t('resultPager.pagesOfResults')}>
      <Button
        variant="secondary"
        isDisabled={!previousPageCursor}
        iconStart={<RiArrowLeftSLine />}
        onPress={() => onTurn(previousPageCursor)}
      >
        {t('resultPager.previous')}
      </Button>
      <Button
        variant="secondary"
        isDisabled={!nextPageCursor}
        iconEnd={<RiArrowRightSLine />}
        onPress={() => onTurn(nextPageCursor)}
      >
        {t('resultPager.next')}
      </Button>
    </nav>
  );
}
