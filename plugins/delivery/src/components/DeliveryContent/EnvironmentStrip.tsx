import {
  ByActor,
  EmptyState,
  QueryState,
  RelativeTime,
  SafeLink,
  Section,
  StatusBadge,
} from '@atrium/ui';
import {
  type EnvironmentCell,
  type EnvironmentMatrix,
  hasSeveralServices,
} from '@atrium/plugin-delivery-common';
import { useEnvironments } from '../../hooks/useDelivery';
import { t } from '../../translation';
import { versionOf } from '../shared/versionOf';
import { describeDrift } from './describeDrift';
import styles from './EnvironmentStrip.module.css';

/** What each service runs in each environment, in the order of promotion. */
export function EnvironmentStrip({ entityRef }: { entityRef: string }) {
  const query = useEnvironments(entityRef);
  return (
    <Section title={t('environmentStrip.whatRunsWhere')}>
      <QueryState
        query={query}
        isEmpty={matrix => cellsOf(matrix).length === 0}
        empty={
          <EmptyState
            title={t('environmentStrip.noDeploymentIsKnown')}
            description={t('environmentStrip.itShowsHereOnceYour')}
          />
        }
      >
        {matrix => <Cards cells={cellsOf(matrix)} />}
      </QueryState>
    </Section>
  );
}

function cellsOf(matrix: EnvironmentMatrix): EnvironmentCell[] {
  return matrix.items[0]?.cells ?? [];
}

function Cards({ cells }: { cells: EnvironmentCell[] }) {
  const hasSeveral = hasSeveralServices(
    cells.map(({ deployment }) => deployment),
  );
  return (
    <ol className={styles.strip}>
      {cells.map(cell => (
        <EnvironmentCard
          key={`${cell.environment}/${cell.deployment.service}`}
          cell={cell}
          service={hasSeveral ? cell.deployment.service : undefined}
        />
      ))}
    </ol>
  );
}

interface EnvironmentCardProps {
  cell: EnvironmentCell;
  /** Its name, where there are several. */
  service: string | undefined;
}

function EnvironmentCard({ cell, service }: EnvironmentCardProps) {
  const { environment, isRunning, deployment, comparedWith } = cell;
  const drift = comparedWith && describeDrift(comparedWith);
  return (
    <li className={styles.card}>
      <span className={styles.name}>
        {service ? `${environment} · ${service}` : environment}
      </span>
      <span className={styles.version}>
        {isRunning ? (
          <SafeLink href={deployment.url}>{versionOf(deployment)}</SafeLink>
        ) : (
          t('environmentStrip.removed')
        )}
      </span>
      <span className={styles.since}>
        {deployment.kind === 'rolledback'
          ? `${t('deployment.rolledBack')} `
          : ''}
        <RelativeTime instant={deployment.at} />
        <ByActor actor={deployment.actor} />
      </span>
      {drift && <StatusBadge status={drift.status}>{drift.text}</StatusBadge>}
    </li>
  );
}
