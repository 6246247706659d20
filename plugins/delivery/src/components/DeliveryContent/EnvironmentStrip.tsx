import {
  ByActor,
  EmptyState,
  QueryState,
  RelativeTime,
  SafeLink,
  Section,
  StatusBadge,
} from '@atrium/ui';
import type {
  EnvironmentCell,
  EnvironmentMatrix,
} from '@atrium/plugin-delivery-common';
import { useEnvironments } from '../../hooks/useDelivery';
import { t } from '../../translation';
import { versionOf } from '../shared/versionOf';
import { describeDrift } from './describeDrift';
import styles from './EnvironmentStrip.module.css';

/** What runs in each environment, in the order of promotion. */
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
        {matrix => (
          <ol className={styles.strip}>
            {cellsOf(matrix).map(cell => (
              <EnvironmentCard key={cell.environment} cell={cell} />
            ))}
          </ol>
        )}
      </QueryState>
    </Section>
  );
}

function cellsOf(matrix: EnvironmentMatrix): EnvironmentCell[] {
  return matrix.items[0]?.cells ?? [];
}

function EnvironmentCard({ cell }: { cell: EnvironmentCell }) {
  const { environment, isRunning, deployment, comparedWith } = cell;
  const drift = comparedWith && describeDrift(comparedWith);
  return (
    <li className={styles.card}>
      <span className={styles.name}>{environment}</span>
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
