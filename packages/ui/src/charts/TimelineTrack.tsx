import { type CSSProperties, useState } from 'react';
import { toCssPercent } from '../format/toCssPercent';
import { describeTime, type TimelineItem } from './timelineItems';
import { TimelineSign } from './TimelineSign';
import { toTimelinePosition } from './toTimelinePosition';
import styles from './EventTimeline.module.css';

/** Props of {@link TimelineTrack}. */
export interface TimelineTrackProps {
  period: { from: string; to: string };
  items: TimelineItem[];
  /** The only event of the whole picture that the tab key leads to. */
  entry: TimelineItem | undefined;
  onFocus(item: TimelineItem): void;
}

/** The events of one row, and a line about the one that is looked at. */
export function TimelineTrack(props: TimelineTrackProps) {
  const { period, items, entry, onFocus } = props;
  const [shown, setShown] = useState<TimelineItem>();
  const position = shown && toTimelinePosition(shown.from, period);
  return (
    <div className={styles.track} onMouseLeave={() => setShown(undefined)}>
      {items.map(item => (
        <button
          key={`${item.shape} ${item.id}`}
          type="button"
          className={item.shape === 'span' ? styles.span : styles.mark}
          style={toStyle(item, period)}
          data-item={`${item.rowId} ${item.id}`}
          data-open={item.shape === 'span' && item.to === undefined}
          tabIndex={
            entry?.id === item.id && entry.rowId === item.rowId ? 0 : -1
          }
          aria-label={describe(item)}
          onFocus={() => {
            setShown(item);
            onFocus(item);
          }}
          onBlur={() => setShown(undefined)}
          onMouseEnter={() => setShown(item)}
          onKeyDown={event => {
            if (event.key === 'Escape') {
              setShown(undefined);
            }
          }}
        >
          {item.shape !== 'span' && <TimelineSign shape={item.shape} />}
        </button>
      ))}
      {shown && position !== undefined && (
        <div
          // What it says is the name of the button as well.
          role="tooltip"
          className={styles.tooltip}
          data-side={position < 0.5 ? 'left' : 'right'}
          style={
            position < 0.5
              ? { left: toCssPercent(position) }
              : { right: toCssPercent(1 - position) }
          }
        >
          <span className={styles.tooltipLabel}>{shown.label}</span>
          <span className={styles.tooltipTime}>{describeTime(shown)}</span>
        </div>
      )}
    </div>
  );
}

function describe(item: TimelineItem): string {
  return `${item.label}, ${describeTime(item)}`;
}

function toStyle(
  { shape, from, to }: TimelineItem,
  period: { from: string; to: string },
): CSSProperties {
  const start = toTimelinePosition(from, period);
  if (shape !== 'span') {
    return { left: toCssPercent(start) };
  }
  const end = to === undefined ? 1 : toTimelinePosition(to, period);
  return { left: toCssPercent(start), width: toCssPercent(end - start) };
}
