import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '@backstage/ui';
import { formatShortDay } from '@atrium/common';
import { toCssPercent } from '../format/toCssPercent';
import { t } from '../translation';
import { TimelineTable } from './TimelineTable';
import { TimelineTrack } from './TimelineTrack';
import {
  findNextItem,
  type TimelineItem,
  toTicks,
  toTimelineItems,
} from './timelineItems';
import type { TimelineRow, TimelineShape } from './TimelineRow';
import { TimelineSign } from './TimelineSign';
import { toTimelinePosition } from './toTimelinePosition';
import styles from './EventTimeline.module.css';

/** Props of {@link EventTimeline}. */
export interface EventTimelineProps {
  /** What is drawn: the name of the picture. */
  title: string;
  /** The period, ISO 8601; `to` is not part of it. */
  from: string;
  to: string;
  rows: TimelineRow[];
  /** What the signs mean. One without a meaning is not in the legend. */
  legend: Partial<Record<TimelineShape | 'span', string>>;
  /** In place of the plain title of a row, for example a link. */
  renderRowTitle?(row: TimelineRow): ReactNode;
}

/**
 * What happened to several things over time, one line each, or the table behind
 * it.
 *
 * @remarks One stop of the tab key; the arrow keys go from event to event.
 */
export function EventTimeline(props: EventTimelineProps) {
  const { title, from, to, rows, legend, renderRowTitle } = props;
  const [isTable, setIsTable] = useState(false);
  const [current, setCurrent] = useState<TimelineItem>();
  const picture = useRef<HTMLDivElement>(null);
  const items = rows.map(toTimelineItems);
  const all = items.flat();
  // The event that the tab key leads to: the last one looked at, else the first.
  const entry =
    all.find(
      ({ id, rowId }) => id === current?.id && rowId === current.rowId,
    ) ?? all[0];

  function move(event: KeyboardEvent) {
    const next = entry && findNextItem(items, entry, event.key);
    if (next) {
      event.preventDefault();
      setCurrent(next);
      // It is there already: only which one the tab key leads to changes.
      picture.current
        ?.querySelector<HTMLElement>(
          `[data-item="${CSS.escape(`${next.rowId} ${next.id}`)}"]`,
        )
        ?.focus();
    }
  }

  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <ul className={styles.legend} aria-label={t('eventTimeline.legend')}>
          {(['done', 'failed', 'undone', 'span'] as const).map(
            shape =>
              legend[shape] && (
                <li key={shape} className={styles.meaning}>
                  <TimelineSign shape={shape} />
                  {legend[shape]}
                </li>
              ),
          )}
        </ul>
        <Button
          variant="tertiary"
          size="small"
          onPress={() => setIsTable(!isTable)}
        >
          {isTable
            ? t('eventTimeline.showAsChart')
            : t('eventTimeline.showAsTable')}
        </Button>
      </figcaption>
      {isTable ? (
        <TimelineTable title={title} rows={rows} items={all} legend={legend} />
      ) : (
        // The group takes the keys that its events do not.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <div
          ref={picture}
          role="group"
          aria-label={t('eventTimeline.arrowKeysLeadFromEvent', { title })}
          className={styles.rows}
          onKeyDown={move}
        >
          {rows.map((row, index) => (
            <div
              key={row.id}
              role="group"
              aria-label={row.title}
              className={styles.row}
            >
              <div className={styles.title}>
                {renderRowTitle ? renderRowTitle(row) : row.title}
              </div>
              <TimelineTrack
                period={{ from, to }}
                items={items[index]}
                entry={entry}
                onFocus={setCurrent}
              />
            </div>
          ))}
          <div className={styles.axis} aria-hidden="true">
            {toTicks(from, to).map(tick => (
              <span
                key={tick.getTime()}
                className={styles.tick}
                style={{
                  left: toCssPercent(
                    toTimelinePosition(tick.toISOString(), { from, to }),
                  ),
                }}
              >
                {formatShortDay(tick.toISOString())}
              </span>
            ))}
          </div>
        </div>
      )}
    </figure>
  );
}
