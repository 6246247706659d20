import { RelativeTime, textStyles } from '@atrium/ui';
import { coverageWords, durationWords } from '@atrium/plugin-slo-common';
import type { ObjectiveRow } from '../../objectives/ObjectiveRow';
import { windowWords } from '../../words/windowWords';

/** Over which time, how completely and how lately an objective is measured. */
export function MeasuredLine({ row: { slo, status } }: { row: ObjectiveRow }) {
  return (
    <p className={textStyles.muted}>
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
        ` · ${durationWords(status.excludedMinutes)} excluded`}
    </p>
  );
}

function capitalise(words: string): string {
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1);
}
