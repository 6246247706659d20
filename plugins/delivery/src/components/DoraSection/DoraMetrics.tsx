import {
  formatDay,
  formatDateTime,
  QueryState,
  ViewSkeleton,
} from '@atrium/ui';
import {
  doraMetricNameSchema,
  type DoraReport,
} from '@atrium/plugin-delivery-common';
import { useDora } from '../../hooks/useDelivery';
import { t } from '../../translation';
import { DoraMetricView } from './DoraMetricView';
import styles from './DoraSection.module.css';

/** Props of {@link DoraMetrics}. */
export interface DoraMetricsProps {
  /** Undefined: the organisation, as far as one may see it. */
  entityRef?: string;
  period: { from: string; to: string };
}

/** The four metrics, and where they come from. */
export function DoraMetrics({ entityRef, period }: DoraMetricsProps) {
  const query = useDora({ entityRef, ...period });
  return (
    <QueryState query={query} loading={<DoraSkeleton />}>
      {report => (
        <>
          <div className={styles.metrics}>
            {doraMetricNameSchema.options.map(name => (
              <DoraMetricView key={name} name={name} report={report} />
            ))}
          </div>
          <p className={styles.source}>{describeSource(report)}</p>
        </>
      )}
    </QueryState>
  );
}

function DoraSkeleton() {
  return (
    <div className={styles.metrics}>
      {doraMetricNameSchema.options.map(name => (
        <ViewSkeleton key={name} height={354} />
      ))}
    </div>
  );
}

function describeSource(report: DoraReport): string {
  const { entities, entitiesWithData, firstDay, computedAt } = report;
  const sentences = [
    t('doraMetrics.fromEvents', { entitiesWithData, count: entities }),
    firstDay && t('doraMetrics.dataSince', { firstDay: formatDay(firstDay) }),
    computedAt &&
      t('doraMetrics.computed', { computedAt: formatDateTime(computedAt) }),
    report.pendingEntities > 0 &&
      t('doraMetrics.withNewerEventsThatAre', {
        pendingEntities: report.pendingEntities,
      }),
    t('doraMetrics.bandsBy', { bands: report.definition.bands }),
  ];
  return `${sentences.filter(Boolean).join('; ')}.`;
}
