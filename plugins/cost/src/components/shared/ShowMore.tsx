import { Button } from '@backstage/ui';
import { t } from '../../translation';

/** Props of {@link ShowMore}. */
export interface ShowMoreProps {
  /** A query of pages. */
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage(): unknown;
  };
}

/** Adds the next page to a list, as long as there is one. */
export function ShowMore({ query }: ShowMoreProps) {
  return query.hasNextPage ? (
    <div>
      <Button
        variant="secondary"
        isPending={query.isFetchingNextPage}
        onPress={() => query.fetchNextPage()}
      >
        {t('showMore.showMore')}
      </Button>
    </div>
  ) : null;
}
