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
import { t } from '../../translation';
import { DeliveryStatusBadge } from '../shared/DeliveryStatusBadge';
import { GrowingTable } from '../shared/GrowingTable';
import { runStatusInSentence } from '../shared/runStatus';
import { namedVersionOf } from '../shared/versionOf';

/** The worst come first, so the first look needs no more. */
const FIRST_ROWS = 10;

const COLUMNS: DataColumn<OverviewItem>[] = [
  {
    get title() {
      return t('overviewTable.component');
    },
    cell: ({ entityRef }) => <EntityRefLink entityRef={entityRef} hideIcon />,
  },
  {
    get title() {
      return t('overviewTable.status');
    },
    cell: ({ status }) => <DeliveryStatusBadge status={status} />,
  },
  {
    get title() {
      return t('overviewTable.newestRun');
    },
    cell: ({ runs: [run] }) =>
      run && (
        <>
          <SafeLink href={run.url}>{run.pipeline}</SafeLink>{' '}
          <span className={textStyles.muted}>
            {runStatusInSentence(run)}{' '}
            <RelativeTime instant={run.startedAt ?? run.updatedAt} />
            <ByActor actor={run.actor} />
          </span>
        </>
      ),
  },
  {
    get title() {
      return t('overviewTable.inProduction');
    },
    cell: ({ lastProductionDeployment, productionDeployments }) =>
      productionDeployments ? (
        productionDeployments.map(deployment => (
          <div key={deployment.service}>
            <DeploymentCell deployment={deployment} hasService />
          </div>
        ))
      ) : (
        <DeploymentCell deployment={lastProductionDeployment} />
      ),
  },
  {
    get title() {
      return t('overviewTable.lastDeployment');
    },
    cell: ({ lastDeployment, productionDeployments }) => (
      <DeploymentCell
        deployment={lastDeployment}
        hasEnvironment
        hasService={productionDeployments !== undefined}
      />
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
          title={t('overviewTable.noComponentIsSelected')}
          description={t('overviewTable.chooseAnotherTeamSystemOr')}
        />
      }
      label={t('overviewTable.services')}
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
  hasService?: boolean;
}) {
  const { deployment, hasEnvironment, hasService = false } = props;
  return deployment ? (
    <>
      {namedVersionOf(deployment, hasService)}{' '}
      <span className={textStyles.muted}>
        {hasEnvironment && `${deployment.environment}, `}
        {deployment.kind === 'rolledback' && `${t('deployment.rolledBack')} `}
        <RelativeTime instant={deployment.at} />
      </span>
    </>
  ) : null;
}
