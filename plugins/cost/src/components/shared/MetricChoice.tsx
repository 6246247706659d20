import { Select } from '@backstage/ui';
import { costMetricSchema, type CostMetric } from '@atrium/plugin-cost-common';
import { textStyles } from '@atrium/ui';
import { t } from '../../translation';
import { METRIC_WORDS } from '../../words/metricWords';
import styles from './shared.module.css';

/** Props of {@link MetricChoice}. */
export interface MetricChoiceProps {
  metric: CostMetric;
  onChange(metric: string): void;
}

/** Which of the four costs is shown, and what that means. */
export function MetricChoice({ metric, onChange }: MetricChoiceProps) {
  return (
    <div className={styles.metric}>
      <Select
        aria-label={t('metricChoice.costMetric')}
        size="small"
        options={costMetricSchema.options.map(value => ({
          value,
          label: METRIC_WORDS[value].cost,
        }))}
        value={metric}
        onChange={chosen => chosen && onChange(String(chosen))}
      />
      <p className={textStyles.muted}>{METRIC_WORDS[metric].meaning}</p>
    </div>
  );
}
