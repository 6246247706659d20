import { t } from '../translation';
import type { ChartMeaning } from './ChartMeaning';
import type { StackedPlace, StackedPoint } from './StackedPoint';
import styles from './SeriesChart.module.css';

/** More events than this are counted. */
const MAX_EVENTS = 5;

/** Props of {@link StackedTooltip}. */
export interface StackedTooltipProps {
  /** The bar that is looked at. */
  point: StackedPoint | undefined;
  parts: readonly ChartMeaning[];
  formatValue(value: number, place?: StackedPlace): string;
  missing: string;
}

/** One bar in words, from its top down, with what happened meanwhile. */
export function StackedTooltip(props: StackedTooltipProps) {
  const { point, parts, formatValue, missing } = props;
  if (!point) {
    return null;
  }
  const { label, counts, events = [] } = point;
  const shown = parts.filter(({ id }) => counts[id]).toReversed();
  return (
    <div className={styles.tooltip}>
      <strong>{label}</strong>
      {Object.keys(counts).length === 0 && <span>{missing}</span>}
      {shown.map(part => (
        <span key={part.id}>
          <span className={styles.tooltipTime}>{part.label}</span>{' '}
          {formatValue(counts[part.id], { point, part })}
        </span>
      ))}
      {events.slice(0, MAX_EVENTS).map(event => (
        <span key={event.id}>{event.label}</span>
      ))}
      {events.length > MAX_EVENTS && (
        <span className={styles.tooltipTime}>
          {t('stackedTooltip.andMore', {
            eventsCount: events.length - MAX_EVENTS,
          })}
        </span>
      )}
    </div>
  );
}
