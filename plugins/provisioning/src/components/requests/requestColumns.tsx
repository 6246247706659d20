import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  ProvisioningRequest,
  TypeSummary,
} from '@atrium/plugin-provisioning-common';
import {
  type DataColumn,
  formatMoney,
  RelativeTime,
  textStyles,
} from '@atrium/ui';
import { REQUEST_STATE_WORDS } from '../../words/stateWords';
import { Belonging } from '../shared/Belonging';
import { RequestLink } from '../shared/RequestLink';
import { StateBadge } from '../shared/StateBadge';

/** What the lists say of each request. */
export function requestColumns(
  types: ReadonlyMap<string, TypeSummary>,
): DataColumn<ProvisioningRequest>[] {
  return [
    {
      title: 'Request',
      cell: request => (
        <>
          <RequestLink request={request} />
          <div className={textStyles.muted}>
            {types.get(request.resource.type)?.title ?? request.resource.type}{' '}
            in {request.resource.environment}
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
      cell: ({ resource }) => <Belonging resource={resource} />,
    },
    {
      title: 'Price per month',
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
}
