import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  ProvisionedResource,
  ProvisioningRequest,
} from '@atrium/plugin-provisioning-common';
import {
  QueryState,
  RelativeTime,
  StatusBadge,
  WidgetItem,
  WidgetLink,
  WidgetList,
  WidgetNote,
} from '@atrium/ui';
import { useProvisioningSignals } from '../../hooks/provisioningHooks';
import { useEndingLeases } from '../../hooks/useEndingLeases';
import { useAwaitingMe } from '../../hooks/useRequests';
import { requestsRouteRef, resourcesRouteRef } from '../../routes';
import { leaseLeftWords } from '../../words/leaseWords';
import { priceWords } from '../../words/priceWords';
import { RequestLink } from '../shared/RequestLink';
import { ResourceLink } from '../shared/ResourceLink';
import styles from './ResourceInbox.module.css';

/** What the first page has room for. */
const MAX_REQUESTS = 5;

/** What waits for the reader's approval, and which leases end soon. */
export function ResourceInbox() {
  useProvisioningSignals();
  const ending = useEndingLeases();
  return (
    <QueryState query={useAwaitingMe()}>
      {({ items }) => (
        <>
          {items.length > 0 && <Approvals requests={items} />}
          {ending.data && ending.data.length > 0 && (
            <EndingLeases resources={ending.data} />
          )}
          {items.length === 0 && ending.data?.length === 0 && <Calm />}
        </>
      )}
    </QueryState>
  );
}

function Approvals({ requests }: { requests: ProvisioningRequest[] }) {
  const href = useRouteRef(requestsRouteRef)?.();
  return (
    <section aria-label="Waiting for your approval">
      <h3 className={styles.title}>Waiting for your approval</h3>
      <WidgetList>
        {requests.slice(0, MAX_REQUESTS).map(request => (
          <WidgetItem
            key={request.id}
            title={<RequestLink request={request} />}
            aside={
              <WidgetNote>
                <RelativeTime instant={request.createdAt} />
              </WidgetNote>
            }
          >
            <EntityRefLink entityRef={request.requesterRef} hideIcon />
            {` · ${request.resource.environment} · ${priceWords(
              request.resource.monthlyPrice,
            )}`}
          </WidgetItem>
        ))}
      </WidgetList>
      {href && <WidgetLink href={href}>Show all requests</WidgetLink>}
    </section>
  );
}

function EndingLeases({ resources }: { resources: ProvisionedResource[] }) {
  const now = new Date();
  return (
    <section aria-label="Leases ending soon">
      <h3 className={styles.title}>Leases ending soon</h3>
      <WidgetList>
        {resources.map(resource => (
          <WidgetItem
            key={resource.id}
            title={<ResourceLink resource={resource} />}
            aside={<WidgetNote>{resource.environment}</WidgetNote>}
          >
            {resource.lease && leaseLeftWords(resource.lease, now)}
          </WidgetItem>
        ))}
      </WidgetList>
    </section>
  );
}

function Calm() {
  const href = useRouteRef(resourcesRouteRef)?.();
  return (
    <>
      <StatusBadge status="good">
        Nothing waits for you, and no lease ends soon
      </StatusBadge>
      {href && (
        <div>
          <WidgetLink href={href}>Show all resources</WidgetLink>
        </div>
      )}
    </>
  );
}
