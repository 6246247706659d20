import { Fragment } from 'react';
import { formatShortDay, NumberTile, TrendChart } from '@atrium/ui';
import type {
  DoraMetric,
  DoraMetricName,
  DoraReport,
} from '@atrium/plugin-delivery-common';
import { t } from '../../translation';
import { bandWords } from './bandWords';
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
    [t('doraMetricView.measured')]: describeStarts(metric, report.definition),
    [t('doraMetricView.leftOut')]: describeExclusions(metric),
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
        detail={<Detail name={name} metric={metric} />}
      />
      {metric.status === 'measured' && metric.trend.length > 1 && (
        <TrendChart
          title={t('doraMetricView.byWeek')}
          formatValue={value => formatMetric(metric.unit, value)}
          isDuration={metric.unit === 'seconds'}
          formatTick={value => formatMetricTick(metric.unit, value)}
          points={metric.trend.map(({ weekStart, value, sampleSize }) => ({
            label: formatShortDay(weekStart),
            value,
            note: sample(sampleSize),
          }))}
        />
      )}
      <details className={styles.definition}>
        <summary>{t('doraMetricView.howThisIsMeasured')}</summary>
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

function Detail(props: { name: DoraMetricName; metric: DoraMetric }) {
  const { name, metric } = props;
  if (metric.status === 'not-measured') {
    return <>{describeMissing(metric)}</>;
  }
  const { unit, p50, p90, band, sampleSize } = metric;
  const spread = [
    p50 !== undefined &&
      t('doraMetricView.p50', { unit: formatMetric(unit, p50) }),
    p90 !== undefined &&
      t('doraMetricView.p90', { unit: formatMetric(unit, p90) }),
    METRIC_WORDS[name].sample(sampleSize),
  ];
  return (
    <>
      {spread.filter(Boolean).join(' · ')}
      <br />
      {t('doraMetricView.bandOf', {
        label: bandWords(name, band),
        rank: band.rank,
        of: band.of,
      })}
    </>
  );
}
