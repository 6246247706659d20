import { formatDateTime } from '../format/formatInstant';
import { t } from '../translation';
import type { SeriesChartProps } from './SeriesChartProps';
import type { SeriesDatum } from './toSeriesData';
import styles from './SeriesChart.module.css';

/** Props of {@link SeriesTooltip}. */
export interface SeriesTooltipProps
  extends Required<
    Pick<SeriesChartProps, 'points' | 'marks' | 'bands' | 'formatValue'>
  > {
  /** The step that is looked at. */
  datum: SeriesDatum | undefined;
}

/** One step in words, with what happened in it. */
export function SeriesTooltip(props: SeriesTooltipProps) {
  const { datum, points, marks, bands, formatValue } = props;
  if (!datum) {
    return null;
  }
  const { at, value, note } = datum;
  const next = points.find(point => Date.parse(point.at) > at);
  const until = next ? Date.parse(next.at) : Infinity;
  const happened = [
    ...marks.filter(
      mark => at <= Date.parse(mark.at) && Date.parse(mark.at) < until,
    ),
    ...bands.filter(
      ({ kind, from, to }) =>
        kind !== 'missing' &&
        Date.parse(from) < until &&
        (to === undefined || at < Date.parse(to)),
    ),
  ];
  return (
    <div className={styles.tooltip}>
      <span className={styles.tooltipTime}>
        {formatDateTime(new Date(at).toISOString())}
      </span>
      <strong>
        {value === undefined
          ? t('seriesTooltip.notMeasured')
          : formatValue(value)}
      </strong>
      {note && <span className={styles.tooltipTime}>{note}</span>}
      {happened.map(({ id, label }) => (
        <span key={id}>{label}</span>
      ))}
    </div>
  );
}
