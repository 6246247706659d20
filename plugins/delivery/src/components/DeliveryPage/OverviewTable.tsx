import { useState } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  QueryState,
  RelativeTime,
  SafeLink,
} from '@atrium/ui';
import type {
  Deployment,
  OverviewItem,
  ServiceSelection,
} from '@atrium/plugin-delivery-common';
import { useOverview } from '../../hooks/useDelivery';
import { DeliveryStatusBadge } from '../shared/DeliveryStatusBadge';
import { runStatus } from '../shared/runStatus';
import { ShowMore } from '../shared/ShowMore';
import { versionOf } from '../shared/versionOf';
import styles from '../shared/shared.module.css';

/** The worst come first, so the first look needs no more. */
const FIRST_ROWS = 10;

const COLUMNS: DataColumn<OverviewItem>[] = [
  {
    title: 'Status',
    cell: ({ status }) => <DeliveryStatusBadge status={status} />,
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
          <SafeLink href={run.url}>{run.pipeline}</SafeLink>{' '}
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

/** The selected services, worst first. */
export function OverviewTable(props: { selection: ServiceSelection }) {
  const [limit, setLimit] = useState(FIRST_ROWS);
  const query = useOverview({ ...props.selection, limit });
  return (
    <QueryState
      query={query}
      isEmpty={({ items }) => items.length === 0}
      empty={
        <EmptyState
          title="No component is selected"
          description="Choose another team, system or lifecycle to see how services stand."
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
