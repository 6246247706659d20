import { useState } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  ByActor,
  type DataColumn,
  EmptyState,
  RelativeTime,
  SafeLink,
  textStyles,
} from '@atrium/ui';
import type {
  Deployment,
  OverviewItem,
  ServiceSelection,
} from '@atrium/plugin-delivery-common';
import { useOverview } from '../../hooks/useDelivery';
import { DeliveryStatusBadge } from '../shared/DeliveryStatusBadge';
import { GrowingTable } from '../shared/GrowingTable';
import { runStatus } from '../shared/runStatus';
import { versionOf } from '../shared/versionOf';

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
          <span className={textStyles.muted}>
            {runStatus(run).text.toLocaleLowerCase('en')}{' '}
            <RelativeTime instant={run.startedAt ?? run.updatedAt} />
            <ByActor actor={run.actor} />
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
    <GrowingTable
      query={query}
      empty={
        <EmptyState
          title="No component is selected"
          description="Choose another team, system or lifecycle to see how services stand."
        />
      }
      label="Services"
      columns={COLUMNS}
      keyOf={({ entityRef }) => entityRef}
      limit={limit}
      onLimit={setLimit}
    />
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
      <span className={textStyles.muted}>
        {hasEnvironment && `${deployment.environment}, `}
        {deployment.kind === 'rolledback' && 'rolled back '}
        <RelativeTime instant={deployment.at} />
      </span>
    </>
  ) : null;
}
