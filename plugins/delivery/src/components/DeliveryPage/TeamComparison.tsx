import type { UseQueryResult } from '@tanstack/react-query';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { EmptyState, formatNumber, QueryState } from '@atrium/ui';
import {
  doraMetricNameSchema,
  type DoraMetric,
  type DoraReport,
} from '@atrium/plugin-delivery-common';
import { useDeliveryQuery } from '../../hooks/useDeliveryQuery';
import { usePeriod } from '../../hooks/usePeriod';
import type { Team } from '../../hooks/useTeams';
import { formatMetric, METRIC_WORDS } from '../DoraSection/doraWords';
import { type DataColumn, DataTable } from '../shared/DataTable';
import { Section } from '../shared/Section';
import styles from '../shared/shared.module.css';

const PERIOD_DAYS = 90;

const COLUMNS: DataColumn<DoraReport>[] = [
  {
    title: 'Team',
    cell: ({ entityRef }) =>
      entityRef && <EntityRefLink entityRef={entityRef} hideIcon />,
  },
  ...doraMetricNameSchema.options.map(
    (name): DataColumn<DoraReport> => ({
      title: METRIC_WORDS[name].title,
      isNumber: true,
      cell: ({ metrics }) => <MetricCell metric={metrics[name]} />,
    }),
  ),
];

/** The metrics of the teams side by side, with what they were made of. */
export function TeamComparison({ teams }: { teams: UseQueryResult<Team[]> }) {
  return (
    <Section title={`How teams deliver, last ${PERIOD_DAYS} days`}>
      <QueryState
        query={teams}
        isEmpty={items => items.length === 0}
        empty={<EmptyState title="No team owns anything yet" />}
      >
        {items => <Reports entityRefs={items.map(team => team.entityRef)} />}
      </QueryState>
    </Section>
  );
}

function Reports({ entityRefs }: { entityRefs: string[] }) {
  const period = usePeriod(PERIOD_DAYS);
  const query = useDeliveryQuery(['compare', entityRefs, period], api =>
    api.compareDora(entityRefs, period),
  );
  return (
    <QueryState query={query}>
      {reports => (
        <DataTable
          label="Metrics of teams"
          columns={COLUMNS}
          items={reports}
          keyOf={({ entityRef }) => String(entityRef)}
        />
      )}
    </QueryState>
  );
}

function MetricCell({ metric }: { metric: DoraMetric }) {
  if (metric.status === 'not-measured') {
    return <span className={styles.muted}>not measured</span>;
  }
  return (
    <>
      {formatMetric(metric.unit, metric.value)}{' '}
      <span className={styles.muted}>of {formatNumber(metric.sampleSize)}</span>
    </>
  );
}
