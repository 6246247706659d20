import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  QueryState,
  RelativeTime,
  SafeLink,
  WidgetItem,
  WidgetLink,
  WidgetList,
} from '@atrium/ui';
import type { OverviewItem } from '@atrium/plugin-delivery-common';
import { useDeliverySignals } from '../../hooks/deliveryHooks';
import { useOwnOverview } from '../../hooks/useOwnOverview';
import { deliveryPageRouteRef } from '../../routes';
import { DeliveryStatusBadge } from '../shared/DeliveryStatusBadge';

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
          <WidgetList>
            {items.map(item => (
              <Service key={item.entityRef} item={item} />
            ))}
          </WidgetList>
          {pageLink && (
            <WidgetLink href={pageLink()}>
              {totalItems > items.length
                ? `${totalItems - items.length} more in Delivery`
                : 'Show in Delivery'}
            </WidgetLink>
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
    <WidgetItem
      title={<EntityRefLink entityRef={entityRef} hideIcon />}
      aside={<DeliveryStatusBadge status={status} />}
    >
      {run && (
        <>
          <SafeLink href={run.url}>{run.pipeline}</SafeLink>{' '}
          {run.branch && `on ${run.branch}, `}
          <RelativeTime instant={run.finishedAt ?? run.updatedAt} />
        </>
      )}
    </WidgetItem>
  );
}
