import type { UseQueryResult } from '@tanstack/react-query';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  CsvButton,
  type DataColumn,
  DataTable,
  EmptyState,
  formatNumber,
  QueryState,
  Section,
} from '@atrium/ui';
import {
  doraMetricNameSchema,
  type DoraMetric,
  type DoraReport,
} from '@atrium/plugin-delivery-common';
import { useDoraComparison } from '../../hooks/useDelivery';
import type { Team } from '../../hooks/useTeams';
import { formatMetric, METRIC_WORDS } from '../DoraSection/doraWords';
import styles from '../shared/shared.module.css';
import { doraCells } from './doraCells';

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

/** Props of {@link TeamComparison}. */
export interface TeamComparisonProps {
  teams: UseQueryResult<Team[]>;
  period: { from: string; to: string };
}

/** The metrics of the teams side by side, with what they were made of. */
export function TeamComparison({ teams, period }: TeamComparisonProps) {
  const entityRefs = (teams.data ?? []).map(({ entityRef }) => entityRef);
  const reports = useDoraComparison(entityRefs, period);
  return (
    <Section
      title="How teams deliver"
      tools={
        <CsvButton
          name="dora-by-team"
          isDisabled={!reports.data?.length}
          readRows={() => doraCells(reports.data ?? [])}
        />
      }
    >
      <QueryState
        query={teams}
        isEmpty={items => items.length === 0}
        empty={<EmptyState title="No team owns a component yet" />}
      >
        {() => (
          <QueryState query={reports}>
            {items => (
              <DataTable
                label="Metrics of teams"
                columns={COLUMNS}
                items={items}
                keyOf={({ entityRef }) => String(entityRef)}
              />
            )}
          </QueryState>
        )}
      </QueryState>
    </Section>
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
