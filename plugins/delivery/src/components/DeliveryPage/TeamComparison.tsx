import { type SkippedRefs } from '@atrium/common';
import type { UseQueryResult } from '@tanstack/react-query';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  EntityRefLink,
  humanizeEntityRef,
} from '@backstage/plugin-catalog-react';
import {
  CsvButton,
  type DataColumn,
  DataTable,
  EmptyState,
  QueryState,
  Section,
  textStyles,
  ViewSkeleton,
} from '@atrium/ui';
import {
  doraMetricNameSchema,
  type DoraMetric,
  type DoraMetricName,
  type DoraReport,
} from '@atrium/plugin-delivery-common';
import { useDoraComparison } from '../../hooks/useDelivery';
import type { Teams } from '../../hooks/useTeams';
import { t } from '../../translation';
import { formatMetric, METRIC_WORDS } from '../DoraSection/doraWords';
import { doraCells } from './doraCells';

const COLUMNS: DataColumn<DoraReport>[] = [
  {
    get title() {
      return t('teamComparison.team');
    },
    cell: ({ entityRef }) =>
      entityRef && <EntityRefLink entityRef={entityRef} hideIcon />,
  },
  ...doraMetricNameSchema.options.map(
    (name): DataColumn<DoraReport> => ({
      get title() {
        return METRIC_WORDS[name].title;
      },
      isNumber: true,
      cell: ({ metrics }) => <MetricCell name={name} metric={metrics[name]} />,
    }),
  ),
];

/** The backend compares no more at once. */
const MAX_TEAMS = 100;

/** Props of {@link TeamComparison}. */
export interface TeamComparisonProps {
  teams: UseQueryResult<Teams>;
  period: { from: string; to: string };
}

/** The metrics of the teams side by side, with what they were made of. */
export function TeamComparison({ teams, period }: TeamComparisonProps) {
  const all = teams.data?.teams ?? [];
  const entityRefs = all.slice(0, MAX_TEAMS).map(({ entityRef }) => entityRef);
  const reports = useDoraComparison(entityRefs, period);
  return (
    <Section
      title={t('teamComparison.howTeamsDeliver')}
      tools={
        <CsvButton
          name="dora-by-team"
          isDisabled={!reports.data?.items.length}
          readRows={() => doraCells(reports.data?.items ?? [])}
        />
      }
    >
      <QueryState
        query={teams}
        isEmpty={() => all.length === 0}
        empty={
          <EmptyState
            title={t('teamComparison.noTeamOwnsAComponent')}
            description={t('teamComparison.aTeamAppearsOnce')}
          />
        }
        loading={<ViewSkeleton height={480} />}
      >
        {() => (
          <QueryState query={reports} loading={<ViewSkeleton height={480} />}>
            {({ items, skipped }) => (
              <>
                <DataTable
                  label={t('teamComparison.metricsOfTeams')}
                  columns={COLUMNS}
                  items={items}
                  keyOf={({ entityRef }) => String(entityRef)}
                />
                {all.length > entityRefs.length && (
                  <p className={textStyles.muted}>
                    {t('teamComparison.theFirstByName', {
                      shown: entityRefs.length,
                      all: all.length,
                    })}
                  </p>
                )}
                {skipped.count > 0 && (
                  <p className={textStyles.muted}>{describeSkipped(skipped)}</p>
                )}
              </>
            )}
          </QueryState>
        )}
      </QueryState>
    </Section>
  );
}

/** A component may name an owner that nobody has ever registered. */
function describeSkipped({ count, entityRefs }: SkippedRefs): string {
  const names = entityRefs.map(ref =>
    humanizeEntityRef(parseEntityRef(ref), { defaultKind: 'group' }),
  );
  const rest = count - names.length;
  return rest > 0
    ? t('teamComparison.skippedAndMore', { names: names.join(', '), rest })
    : t('teamComparison.skipped', { names: names.join(', ') });
}

function MetricCell(props: { name: DoraMetricName; metric: DoraMetric }) {
  const { metric, name } = props;
  if (metric.status === 'not-measured') {
    return (
      <span className={textStyles.muted}>
        {t('teamComparison.notMeasured')}
      </span>
    );
  }
  return (
    <>
      {formatMetric(metric.unit, metric.value)}
      <div className={textStyles.muted}>
        {METRIC_WORDS[name].sample(metric.sampleSize)}
      </div>
    </>
  );
}
