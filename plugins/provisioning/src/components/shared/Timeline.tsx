import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { RiCheckboxBlankCircleLine } from '@remixicon/react';
import type { TimelineEntry } from '@atrium/plugin-provisioning-common';
import {
  formatDateTime,
  readField,
  RelativeTime,
  STATUS_ICONS,
  textStyles,
} from '@atrium/ui';
import { t } from '../../translation';
import { RESOURCE_STATE_WORDS } from '../../words/stateWords';
import styles from './Timeline.module.css';

const ICONS = { ...STATUS_ICONS, none: RiCheckboxBlankCircleLine };

/** Props of {@link Timeline}. */
export interface TimelineProps {
  label: string;
  /** The oldest first. */
  entries: TimelineEntry[];
  /** For a history one reads back from today. */
  isNewestFirst?: boolean;
}

/** What happened to a resource, one thing a line. */
export function Timeline({ label, entries, isNewestFirst }: TimelineProps) {
  const shown = entries.map((entry, index) => ({
    entry,
    key: `${entry.at} ${index}`,
    // A step that others followed is over, however it was written down.
    isCurrent: index === entries.length - 1,
  }));
  return (
    <ol className={styles.timeline} aria-label={label}>
      {(isNewestFirst ? shown.toReversed() : shown).map(
        ({ entry, key, isCurrent }) => (
          <Line key={key} entry={entry} isCurrent={isCurrent} />
        ),
      )}
    </ol>
  );
}

function Line(props: { entry: TimelineEntry; isCurrent: boolean }) {
  const { entry, isCurrent } = props;
  const { at, actorRef } = entry;
  const title = readField(entry, 'title');
  const detail = readField(entry, 'detail');
  const sign = signOf(entry, isCurrent);
  const Icon = ICONS[sign];
  return (
    <li className={styles.entry} data-sign={sign}>
      <Icon size={16} className={styles.icon} aria-hidden="true" />
      <div className={styles.text}>
        <span className={entry.kind === 'state' ? styles.state : undefined}>
          {title}
          {actorRef && (
            <span className={textStyles.muted}>
              {' '}
              {t('timeline.by', {
                actor: <EntityRefLink entityRef={actorRef} hideIcon />,
              })}
            </span>
          )}
        </span>
        {detail && <span className={styles.detail}>{detail}</span>}
      </div>
      <span className={styles.time}>
        {isCurrent ? <RelativeTime instant={at} /> : formatDateTime(at)}
      </span>
    </li>
  );
}

function signOf(entry: TimelineEntry, isCurrent: boolean) {
  const { status, to } = entry;
  switch (status) {
    case 'running':
      return isCurrent ? 'running' : 'none';
    case 'done':
      return 'good';
    case 'failed':
      return 'bad';
    case 'unknown':
      return 'unknown';
    case undefined: {
      const sign = to && RESOURCE_STATE_WORDS[to].status;
      // Where it moved on from, nothing is going on any more.
      return sign === undefined || (sign === 'running' && !isCurrent)
        ? 'none'
        : sign;
    }
    default:
      return status satisfies never;
  }
}
