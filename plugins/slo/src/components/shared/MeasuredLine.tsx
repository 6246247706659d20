import { RelativeTime, textStyles } from '@atrium/ui';
import { coverageWords, durationWords } from '@atrium/plugin-slo-common';
import type { ObjectiveRow } from '../../objectives/ObjectiveRow';
import { t } from '../../translation';
import { windowWords } from '../../words/windowWords';

/** Over which time, how completely and how lately an objective is measured. */
export function MeasuredLine({ row: { slo, status } }: { row: ObjectiveRow }) {
  return (
    <p className={textStyles.muted}>
      {capitalise(windowWords(slo.window))}
      {' · '}
      {status
        ? coverageWords(status.coverage)
        : t('measuredLine.notEvaluatedYet')}
      {status?.lastDataAt && (
        <>
          {' · '}
          {t('measuredLine.lastData', {
            ago: <RelativeTime instant={status.lastDataAt} />,
          })}
        </>
      )}
      {status !== undefined &&
        status.excludedMinutes > 0 &&
        t('measuredLine.excluded', {
          excludedMinutes: durationWords(status.excludedMinutes),
        })}
    </p>
  );
}

function capitalise(words: string): string {
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1);
}
