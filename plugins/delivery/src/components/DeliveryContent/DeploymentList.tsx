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
import type { Deployment } from '@atrium/plugin-delivery-common';
import { useDeployments } from '../../hooks/useDelivery';
import { FIRST_LIMIT } from '../shared/ShowMore';
import { GrowingTable } from '../shared/GrowingTable';
import { shortCommit, versionOf } from '../shared/versionOf';

const COLUMNS: DataColumn<Deployment>[] = [
  { title: 'What', cell: deployment => <Kind deployment={deployment} /> },
  { title: 'Environment', cell: ({ environment }) => environment },
  {
    title: 'Version',
    cell: deployment => (
      <SafeLink href={deployment.url}>{versionOf(deployment)}</SafeLink>
    ),
  },
  {
    title: 'Commit',
    cell: ({ commit }) =>
      commit && <span className={textStyles.mono}>{shortCommit(commit)}</span>,
  },
  { title: 'By', cell: ({ actor }) => actor && <ActorName actor={actor} /> },
  {
    title: 'When',
    cell: ({ at }) => (
      <span className={textStyles.nowrap}>
        <RelativeTime instant={at} />
      </span>
    ),
  },
];

/** What was deployed where, newest first. */
export function DeploymentList({ entityRef }: { entityRef: string }) {
  const [limit, setLimit] = useState(FIRST_LIMIT);
  const query = useDeployments({ entityRef, limit });
  return (
    <GrowingTable
      query={query}
      empty={<EmptyState title="No deployment yet" />}
      label="Deployments"
      columns={COLUMNS}
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
      return <StatusBadge status="good">Deployed</StatusBadge>;
    case 'rolledback':
      return (
        <>
          <StatusBadge status="bad">Rolled back</StatusBadge>
          {cause && <div className={textStyles.muted}>{cause}</div>}
        </>
      );
    case 'removed':
      return <StatusBadge status="unknown">Removed</StatusBadge>;
    default:
      throw new Error(`Unknown kind '${kind satisfies never}'`);
  }
}
