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
import { t } from '../../translation';
import { REQUEST_STATE_WORDS } from '../../words/stateWords';
import { Belonging } from '../shared/Belonging';
import { typeTitle } from '../../words/typeTitle';
import { RequestLink } from '../shared/RequestLink';
import { StateBadge } from '../shared/StateBadge';

/** What the lists say of each request. */
export function requestColumns(
  types: ReadonlyMap<string, TypeSummary>,
): DataColumn<ProvisioningRequest>[] {
  return [
    {
      title: t('requestColumns.request'),
      cell: request => (
        <>
          <RequestLink request={request} />
          <div className={textStyles.muted}>
            {t('placement.in', {
              title: typeTitle(types, request.resource.type),
              environment: request.resource.environment,
            })}
          </div>
        </>
      ),
    },
    {
      title: t('requestColumns.state'),
      cell: ({ state }) => <StateBadge words={REQUEST_STATE_WORDS[state]} />,
    },
    {
      title: t('requestColumns.requestedBy'),
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
      title: t('requestColumns.for'),
      cell: ({ resource }) => <Belonging resource={resource} />,
    },
    {
      title: t('requestColumns.pricePerMonth'),
      isNumber: true,
      cell: ({ resource: { monthlyPrice } }) =>
        monthlyPrice ? (
          formatMoney(monthlyPrice)
        ) : (
          <span className={textStyles.muted}>
            {t('requestColumns.notKnown')}
          </span>
        ),
    },
    {
      id: 'decidedBy',
      title: t('requestColumns.decidedBy'),
      cell: ({ decidedBy }) =>
        decidedBy && <EntityRefLink entityRef={decidedBy} hideIcon />,
    },
  ];
}

/** The same of those that wait: nobody has decided about them. */
export function waitingColumns(
  types: ReadonlyMap<string, TypeSummary>,
): DataColumn<ProvisioningRequest>[] {
  return requestColumns(types).filter(({ id }) => id !== 'decidedBy');
}
