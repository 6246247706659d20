import { useState } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  EmptyState,
  QueryState,
  RelativeTime,
  type Status,
  StatusBadge,
} from '@atrium/ui';
import type {
  DeliveryStatus,
  Deployment,
  OverviewItem,
} from '@atrium/plugin-delivery-common';
import { useOverview } from '../../hooks/useDelivery';
import { type DataColumn, DataTable } from '../shared/DataTable';
import { MaybeLink } from '../shared/MaybeLink';
import { runStatus } from '../shared/runStatus';
import { FIRST_LIMIT, ShowMore } from '../shared/ShowMore';
import { versionOf } from '../shared/versionOf';
import styles from '../shared/shared.module.css';

const STATUSES: Record<DeliveryStatus, { status: Status; text: string }> = {
  incident: { status: 'bad', text: 'Incident' },
  failed: { status: 'bad', text: 'Failed' },
  running: { status: 'running', text: 'Running' },
  passed: { status: 'good', text: 'Passed' },
  unknown: { status: 'unknown', text: 'No run' },
};

const COLUMNS: DataColumn<OverviewItem>[] = [
  {
    title: 'Status',
    cell: ({ status }) => (
      <StatusBadge status={STATUSES[status].status}>
        {STATUSES[status].text}
      </StatusBadge>
    ),
  },
  {
    title: 'Component',
    cell: ({ entityRef }) => <EntityRefLink entityRef={entityRef} hideIcon />,
  },
  {
    title: 'Newest run',
    cell: ({ runs: [run] }) =>
      run && (
        <>
          <MaybeLink href={run.url}>{run.pipeline}</MaybeLink>{' '}
          <span className={styles.muted}>
            {runStatus(run).text.toLocaleLowerCase('en')}{' '}
            <RelativeTime instant={run.startedAt ?? run.updatedAt} />
            {run.actor && ` by ${run.actor}`}
          </span>
        </>
      ),
  },
  {
    title: 'In production',
    cell: ({ lastProductionDeployment }) => (
      <DeploymentCell deployment={lastProductionDeployment} />
    ),
  },
  {
    title: 'Last deployment',
    cell: ({ lastDeployment }) => (
      <DeploymentCell deployment={lastDeployment} hasEnvironment />
    ),
  },
];

/** The services of a team, or of everybody, worst first. */
export function OverviewTable({ ownerRef }: { ownerRef?: string }) {
  const [limit, setLimit] = useState(FIRST_LIMIT);
  const query = useOverview({ ownerRef, limit });
  return (
    <QueryState
      query={query}
      isEmpty={({ items }) => items.length === 0}
      empty={
        <EmptyState
          title="This team owns no component"
          description="Choose another team to see how its services stand."
        />
      }
    >
      {page => (
        <div>
          <DataTable
            label="Services"
            columns={COLUMNS}
            items={page.items}
            keyOf={({ entityRef }) => entityRef}
          />
          <ShowMore page={page} limit={limit} onChange={setLimit} />
        </div>
      )}
    </QueryState>
  );
}

function DeploymentCell(props: {
  deployment: Deployment | undefined;
  hasEnvironment?: boolean;
}) {
  const { deployment, hasEnvironment } = props;
  return deployment ? (
    <>
      {versionOf(deployment)}{' '}
      <span className={styles.muted}>
        {hasEnvironment && `${deployment.environment}, `}
        {deployment.kind === 'rolledback' && 'rolled back '}
        <RelativeTime instant={deployment.at} />
      </span>
    </>
  ) : null;
}
