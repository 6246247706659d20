import { Fragment } from 'react';
import { formatDate, formatNumber, NumberTile, TrendChart } from '@atrium/ui';
import type {
  DoraMetric,
  DoraMetricName,
  DoraReport,
} from '@atrium/plugin-delivery-common';
import {
  describeExclusions,
  describeMissing,
  describeStarts,
  formatMetric,
  formatMetricTick,
  METRIC_WORDS,
} from './doraWords';
import styles from './DoraSection.module.css';

/** Props of {@link DoraMetricView}. */
export interface DoraMetricViewProps {
  name: DoraMetricName;
  report: DoraReport;
}

/** One metric: its value, its trend, and where both come from. */
export function DoraMetricView({ name, report }: DoraMetricViewProps) {
  const metric = report.metrics[name];
  const { title, sample, define } = METRIC_WORDS[name];
  const facts = {
    'Measured:': describeStarts(metric, report.definition),
    'Left out:': describeExclusions(metric),
  };
  return (
    <div className={styles.metric}>
      <NumberTile
        label={title}
        value={
          metric.status === 'measured'
            ? formatMetric(metric.unit, metric.value)
            : undefined
        }
        detail={<Detail metric={metric} sample={sample} />}
      />
      {metric.status === 'measured' && metric.trend.length > 1 && (
        <TrendChart
          title="By week"
          formatValue={value => formatMetric(metric.unit, value)}
          formatTick={value => formatMetricTick(metric.unit, value)}
          points={metric.trend.map(({ weekStart, value, sampleSize }) => ({
            label: formatDate(`${weekStart}T00:00:00`).replace(/ \d{4}$/, ''),
            value,
            note: `${formatNumber(sampleSize)} ${sample}`,
          }))}
        />
      )}
      <details className={styles.definition}>
        <summary>How this is measured</summary>
        <p>{define(report.definition)}</p>
        {Object.entries(facts)
          .filter(([, sentences]) => sentences.length > 0)
          .map(([heading, sentences]) => (
            <Fragment key={heading}>
              <p>{heading}</p>
              <ul>
                {sentences.map(sentence => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </Fragment>
          ))}
      </details>
    </div>
  );
}

function Detail(props: { metric: DoraMetric; sample: string }) {
  const { metric, sample } = props;
  if (metric.status === 'not-measured') {
    return <>{describeMissing(metric)}</>;
  }
  const { unit, p50, p90, band, sampleSize } = metric;
  const spread = [
    p50 !== undefined && `p50 ${formatMetric(unit, p50)}`,
    p90 !== undefined && `p90 ${formatMetric(unit, p90)}`,
    `${formatNumber(sampleSize)} ${sample}`,
  ];
  return (
    <>
      {spread.filter(Boolean).join(' · ')}
      <br />
      {band.label} (band {band.rank} of {band.of})
    </>
  );
}
