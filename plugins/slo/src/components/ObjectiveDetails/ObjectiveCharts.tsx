import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  EmptyState,
  errorMessage,
  QueryState,
  Section,
  textStyles,
  useAddressChoice,
} from '@atrium/ui';
import type { ObjectiveStatus } from '@atrium/plugin-slo-common';
import { useDeliveryEvents } from '../../hooks/useDeliveryEvents';
import { useSeries } from '../../hooks/useSeries';
import { CHART_RANGES, toSeriesPeriod } from '../../objectives/chartRange';
import type { ObjectiveRow } from '../../objectives/ObjectiveRow';
import { t } from '../../translation';
import { BudgetChart } from './BudgetChart';
import { EventBudgetTable } from './EventBudgetTable';
import { SliChart } from './SliChart';
import styles from './ObjectiveCharts.module.css';

/** Props of {@link ObjectiveCharts}. */
export interface ObjectiveChartsProps {
  row: ObjectiveRow;
  status: ObjectiveStatus;
}

/** The budget and the SLI over time, with what happened meanwhile. */
export function ObjectiveCharts({ row, status }: ObjectiveChartsProps) {
  const [range, setRange] = useAddressChoice('range', CHART_RANGES);
  const series = useSeries(row.slo.id, {
    ...toSeriesPeriod(range, status),
    objectiveId: row.objectiveId,
  });
  const { events, error } = useDeliveryEvents(row.slo.entityRef);
  return (
    <Section
      title={t('objectiveCharts.overTime')}
      tools={
        <ToggleButtonGroup
          aria-label={t('objectiveCharts.period')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[range.id]}
          onSelectionChange={([id]) => setRange(id)}
        >
          {CHART_RANGES.map(({ id, title }) => (
            <ToggleButton key={id} id={id} size="small">
              {title}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
    >
      <QueryState
        query={series}
        isEmpty={({ points }) => points.every(({ isGap }) => isGap)}
        empty={
          <EmptyState
            title={t('objectiveCharts.nothingWasMeasuredInThis')}
            description={t('objectiveCharts.chooseALongerOneOr')}
          />
        }
      >
        {data => (
          <div className={styles.charts}>
            <BudgetChart series={data} events={events} />
            {data.points.some(({ ratio }) => ratio !== undefined) && (
              <SliChart series={data} events={events} />
            )}
            {error && (
              <p role="status" className={textStyles.muted}>
                {t('objectiveCharts.deploymentsAndIncidentsAreMissing', {
                  message: errorMessage(error),
                })}
              </p>
            )}
            {data.points.some(({ total }) => total !== undefined) && (
              <EventBudgetTable series={data} events={events} status={status} />
            )}
          </div>
        )}
      </QueryState>
    </Section>
  );
}
