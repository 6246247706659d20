import { RelativeTime } from '@atrium/ui';
import { durationWords } from '@atrium/plugin-slo-common';
import type { ObjectiveRow } from '../../objectives/ObjectiveRow';
import { coverageWords } from '../../words/coverageWords';
import { windowWords } from '../../words/windowWords';
import styles from './shared.module.css';

/** Over which time, how completely and how lately an objective is measured. */
export function MeasuredLine({ row: { slo, status } }: { row: ObjectiveRow }) {
  return (
    <p className={styles.muted}>
      {capitalise(windowWords(slo.window))}
      {' · '}
      {status ? coverageWords(status.coverage) : 'Not evaluated yet'}
      {status?.lastDataAt && (
        <>
          {' · last data '}
          <RelativeTime instant={status.lastDataAt} />
        </>
      )}
      {status !== undefined &&
        status.excludedMinutes > 0 &&
        ` · ${durationWords(status.excludedMinutes)} do not count`}
    </p>
  );
}

function capitalise(words: string): string {
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1);
}
