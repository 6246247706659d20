import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ProvisioningRequest } from '@atrium/plugin-provisioning-common';
import {
  type DataColumn,
  formatMoney,
  RelativeTime,
  textStyles,
} from '@atrium/ui';
import { REQUEST_STATE_WORDS } from '../../words/stateWords';
import { RequestLink } from '../shared/RequestLink';
import { StateBadge } from '../shared/StateBadge';

/** What the lists say of each request. */
export const REQUEST_COLUMNS: DataColumn<ProvisioningRequest>[] = [
  {
    title: 'Request',
    cell: request => (
      <>
        <RequestLink request={request} />
        <div className={textStyles.muted}>
          {request.resource.type} in {request.resource.environment}
        </div>
      </>
    ),
  },
  {
    title: 'State',
    cell: ({ state }) => <StateBadge words={REQUEST_STATE_WORDS[state]} />,
  },
  {
    title: 'Requested by',
    cell: ({ requesterRef, createdAt }) => (
      <>
        <EntityRefLink entityRef={requesterRef} hideIcon />
        <div className={textStyles.muted}>
          <RelativeTime instant={createdAt} />
        </div>
      </>
    ),
  },
  {
    title: 'For',
    cell: ({ resource: { entityRefs, ownerRef } }) => (
      <>
        {entityRefs.map(ref => (
          <div key={ref}>
            <EntityRefLink entityRef={ref} hideIcon />
          </div>
        ))}
        <div className={textStyles.muted}>
          <EntityRefLink entityRef={ownerRef} hideIcon />
        </div>
      </>
    ),
  },
  {
    title: 'Price a month',
    isNumber: true,
    cell: ({ resource: { monthlyPrice } }) =>
      monthlyPrice ? (
        formatMoney(monthlyPrice)
      ) : (
        <span className={textStyles.muted}>Not known</span>
      ),
  },
  {
    title: 'Decided by',
    cell: ({ decidedBy }) =>
      decidedBy ? (
        <EntityRefLink entityRef={decidedBy} hideIcon />
      ) : (
        <span className={textStyles.muted}>–</span>
      ),
  },
];
