import { Link as RouterLink } from 'react-router-dom';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EmptyState, QueryState, RelativeTime, SafeLink } from '@atrium/ui';
import type { OverviewItem } from '@atrium/plugin-delivery-common';
import { useDeliverySignals } from '../../hooks/useDeliverySignals';
import { useOwnOverview } from '../../hooks/useOwnOverview';
import { deliveryPageRouteRef } from '../../routes';
import { DeliveryStatusBadge } from '../shared/DeliveryStatusBadge';
import styles from './MyPipelines.module.css';

/** What the first page has room for; the worst come first. */
const MAX_ROWS = 6;

/** The services of the person's teams, red ones first. */
export function MyPipelines() {
  const query = useOwnOverview(MAX_ROWS);
  const pageLink = useRouteRef(deliveryPageRouteRef);
  useDeliverySignals();
  return (
    <QueryState
      query={query}
      isEmpty={({ items }) => items.length === 0}
      empty={
        <EmptyState
          title="Your teams own no component yet"
          description="Its pipelines are shown here once they do."
        />
      }
    >
      {({ items, totalItems }) => (
        <>
          <ul className={styles.list}>
            {items.map(item => (
              <Service key={item.entityRef} item={item} />
            ))}
          </ul>
          {pageLink && (
            <RouterLink className={styles.more} to={pageLink()}>
              {totalItems > items.length
                ? `${totalItems - items.length} more in Delivery`
                : 'Show in Delivery'}
            </RouterLink>
          )}
        </>
      )}
    </QueryState>
  );
}

function Service({ item }: { item: OverviewItem }) {
  const { entityRef, status, runs } = item;
  const [run] = runs;
  return (
    <li className={styles.item}>
      <span className={styles.name}>
        <EntityRefLink entityRef={entityRef} hideIcon />
      </span>
      <DeliveryStatusBadge status={status} />
      {run && (
        <span className={styles.run}>
          <SafeLink href={run.url}>{run.pipeline}</SafeLink>{' '}
          {run.branch && `on ${run.branch}, `}
          <RelativeTime instant={run.finishedAt ?? run.updatedAt} />
        </span>
      )}
    </li>
  );
}
