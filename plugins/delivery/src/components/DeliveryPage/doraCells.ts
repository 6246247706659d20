import type { CsvCell } from '@atrium/common';
import {
  doraMetricNameSchema,
  type DoraMetric,
  type DoraReport,
} from '@atrium/plugin-delivery-common';
import { t } from '../../translation';
import { METRIC_WORDS } from '../DoraSection/doraWords';

const UNITS: Record<DoraMetric['unit'], string> = {
  get 'per-day'() {
    return t('doraCells.perDay');
  },
  get seconds() {
    return t('doraCells.seconds');
  },
  get ratio() {
    return t('doraCells.ratio');
  },
};

/**
 * The metrics of teams as rows for a spreadsheet, headings first: each as
 * measured, with its sample.
 */
export function doraCells(reports: DoraReport[]): CsvCell[][] {
  const names = doraMetricNameSchema.options;
  const headings = names.flatMap(name => {
    const { title } = METRIC_WORDS[name];
    const unit = reports[0]?.metrics[name].unit;
    return [
      unit ? `${title} (${UNITS[unit]})` : title,
      t('doraCells.sample', { title }),
    ];
  });
  return [
    [t('doraCells.team'), t('doraCells.from'), t('doraCells.to'), ...headings],
    ...reports.map((report): CsvCell[] => [
      report.entityRef,
      report.from,
      report.to,
      ...names.flatMap(name => {
        const metric = report.metrics[name];
        // What is not measured is empty, never zero.
        return [
          metric.status === 'measured' ? metric.value : undefined,
          metric.sampleSize,
        ];
      }),
    ]),
  ];
}
