import { useState } from 'react';
import {
  ActorName,
  type DataColumn,
  EmptyState,
  RelativeTime,
  SafeLink,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import {
  type Deployment,
  hasSeveralServices,
} from '@atrium/plugin-delivery-common';
import { useDeployments } from '../../hooks/useDelivery';
import { t } from '../../translation';
import { FIRST_LIMIT } from '../shared/ShowMore';
import { GrowingTable } from '../shared/GrowingTable';
import { shortCommit, versionOf } from '../shared/versionOf';

const COLUMNS: DataColumn<Deployment>[] = [
  {
    get title() {
      return t('deploymentList.what');
    },
    cell: deployment => <Kind deployment={deployment} />,
  },
  {
    get title() {
      return t('deploymentList.environment');
    },
    cell: ({ environment }) => environment,
  },
  {
    get title() {
      return t('deploymentList.version');
    },
    cell: deployment => (
      <SafeLink href={deployment.url}>{versionOf(deployment)}</SafeLink>
    ),
  },
  {
    get title() {
      return t('deploymentList.commit');
    },
    cell: ({ commit }) =>
      commit && <span className={textStyles.mono}>{shortCommit(commit)}</span>,
  },
  {
    get title() {
      return t('deploymentList.by');
    },
    cell: ({ actor }) => actor && <ActorName actor={actor} />,
  },
  {
    get title() {
      return t('deploymentList.when');
    },
    cell: ({ at }) => (
      <span className={textStyles.nowrap}>
        <RelativeTime instant={at} />
      </span>
    ),
  },
];

const SERVICE_COLUMN: DataColumn<Deployment> = {
  get title() {
    return t('deploymentList.service');
  },
  cell: ({ service }) => service,
};

/** With the service after the environment, where one cannot do without. */
function columnsFor(deployments: Deployment[]): DataColumn<Deployment>[] {
  const [what, environment, ...others] = COLUMNS;
  return hasSeveralServices(deployments)
    ? [what, environment, SERVICE_COLUMN, ...others]
    : COLUMNS;
}

/** What was deployed where, newest first. */
export function DeploymentList({ entityRef }: { entityRef: string }) {
  const [limit, setLimit] = useState(FIRST_LIMIT);
  const query = useDeployments({ entityRef, limit });
  return (
    <GrowingTable
      query={query}
      empty={
        <EmptyState
          title={t('deploymentList.noDeploymentYet')}
          description={t('environmentStrip.itShowsHereOnceYour')}
        />
      }
      label={t('deploymentList.deployments')}
      columns={columnsFor(query.data?.items ?? [])}
      keyOf={({ id }) => id}
      limit={limit}
      onLimit={setLimit}
    />
  );
}

function Kind({ deployment: { kind, cause } }: { deployment: Deployment }) {
  switch (kind) {
    case 'deployed':
    case 'upgraded':
      return (
        <StatusBadge status="good">{t('deploymentList.deployed')}</StatusBadge>
      );
    case 'rolledback':
      return (
        <>
          <StatusBadge status="bad">
            {t('deploymentList.rolledBack')}
          </StatusBadge>
          {cause && <div className={textStyles.muted}>{cause}</div>}
        </>
      );
    case 'removed':
      return (
        <StatusBadge status="neutral">
          {t('deploymentList.removed')}
        </StatusBadge>
      );
    default:
      throw new Error(`Unknown kind '${kind satisfies never}'`);
  }
}
