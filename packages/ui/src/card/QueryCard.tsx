import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { QueryState, type QueryStateProps } from '../states/QueryState';
import { RowsSkeleton } from '../states/ViewSkeleton';
import { t } from '../translation';

/** Props of {@link QueryCard}. */
export interface QueryCardProps<T> extends QueryStateProps<T> {
  title: string;
  /** The page with all of it. */
  detailsHref?: string;
}

/**
 * A card on the page of an entity, with the four states of what it shows.
 *
 * @remarks Without `empty` there is no card until there is something to show, or
 * something went wrong: a card that only warns does not stand there to say that
 * all is well.
 */
export function QueryCard<T>(props: QueryCardProps<T>) {
  const {
    title,
    detailsHref,
    loading = <RowsSkeleton rows={2} />,
    ...state
  } = props;
  const { query, isEmpty, empty } = state;
  const hasNothing =
    query.data === undefined ? !query.error : isEmpty?.(query.data);
  if (empty === undefined && hasNothing) {
    return null;
  }
  return (
    <EntityInfoCard
      title={title}
      headerActions={
        detailsHref && <Link href={detailsHref}>{t('queryCard.details')}</Link>
      }
    >
      {/* Without a frame of its own: the card is one. */}
      <QueryState {...state} loading={loading} />
    </EntityInfoCard>
  );
}
