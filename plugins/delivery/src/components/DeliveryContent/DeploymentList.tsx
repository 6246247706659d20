import { useState } from 'react';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  QueryState,
  RelativeTime,
  SafeLink,
  StatusBadge,
} from '@atrium/ui';
import type { Deployment } from '@atrium/plugin-delivery-common';
import { useDeployments } from '../../hooks/useDelivery';
import { FIRST_LIMIT, ShowMore } from '../shared/ShowMore';
import { shortCommit, versionOf } from '../shared/versionOf';
import styles from '../shared/shared.module.css';

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
      commit && <span className={styles.mono}>{shortCommit(commit)}</span>,
  },
  { title: 'By', cell: ({ actor }) => actor },
  {
    title: 'When',
    cell: ({ at }) => (
      <span className={styles.nowrap}>
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
    <QueryState
      query={query}
      isEmpty={({ items }) => items.length === 0}
      empty={<EmptyState title="No deployment yet" />}
    >
      {page => (
        <>
          <DataTable
            label="Deployments"
            columns={COLUMNS}
            items={page.items}
            keyOf={({ id }) => id}
          />
          <ShowMore page={page} limit={limit} onChange={setLimit} />
        </>
      )}
    </QueryState>
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
          {cause && <div className={styles.muted}>{cause}</div>}
        </>
      );
    case 'removed':
      return <StatusBadge status="unknown">Removed</StatusBadge>;
    default:
      throw new Error(`Unknown kind '${kind satisfies never}'`);
  }
}
