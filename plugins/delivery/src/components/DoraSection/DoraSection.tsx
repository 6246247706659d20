import { useState } from 'react';
import { Select } from '@backstage/ui';
import { formatDate, formatDateTime, QueryState } from '@atrium/ui';
import {
  doraMetricNameSchema,
  type DoraReport,
} from '@atrium/plugin-delivery-common';
import { useDora } from '../../hooks/useDelivery';
import { usePeriod } from '../../hooks/usePeriod';
import { Section } from '../shared/Section';
import { DoraMetricView } from './DoraMetricView';
import styles from './DoraSection.module.css';

const PERIODS = [
  { value: '30', label: 'Last 30 days' },
  { value: '90', label: 'Last 90 days' },
  { value: '365', label: 'Last 365 days' },
];

/** The four metrics of an entity, or of the organisation without one. */
export function DoraSection({ entityRef }: { entityRef?: string }) {
  const [days, setDays] = useState('90');
  const period = usePeriod(Number(days));
  const query = useDora({ entityRef, ...period });
  return (
    <Section
      title="DORA metrics"
      tools={
        <Select
          aria-label="Period"
          size="small"
          options={PERIODS}
          value={days}
          onChange={value => setDays(String(value ?? '90'))}
        />
      }
    >
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
    </Section>
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
