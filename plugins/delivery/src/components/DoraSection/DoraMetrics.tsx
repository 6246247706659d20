import { formatDate, formatDateTime, QueryState } from '@atrium/ui';
import {
  doraMetricNameSchema,
  type DoraReport,
} from '@atrium/plugin-delivery-common';
import { useDora } from '../../hooks/useDelivery';
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
    <QueryState query={query}>
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

function describeSource(report: DoraReport): string {
  const { entities, entitiesWithData, firstDay, computedAt } = report;
  const sentences = [
    `From the events of ${entitiesWithData} of ${entities} ${
      entities === 1 ? 'component' : 'components'
    }`,
    firstDay && `data since ${formatDate(firstDay)}`,
    computedAt && `computed ${formatDateTime(computedAt)}`,
    report.pendingEntities > 0 &&
      `${report.pendingEntities} with newer events that are not counted yet`,
    `bands by ${report.definition.bands}`,
  ];
  return `${sentences.filter(Boolean).join('; ')}.`;
}
