import { textStyles } from '@atrium/ui';
import {
  formatBurnRate,
  lastWords,
  type ObjectiveStatus,
} from '@atrium/plugin-slo-common';
import { t } from '../../translation';
import { burnWords, currentBurnRate } from '../../words/burnWords';

/** How fast the budget burns now and where that leads, in one sentence. */
export function BurnSentence({ status }: { status: ObjectiveStatus }) {
  const burn = currentBurnRate(status);
  if (burn?.burnRate === undefined) {
    return (
      <p className={textStyles.muted}>
        {burn && status.lastDataAt
          ? t('burnSentence.noEventInThe', {
              windowMinutes: lastWords(burn.windowMinutes),
            })
          : t('burnSentence.burnRateNotMeasured')}
      </p>
    );
  }
  return (
    <p className={burn.burnRate > 1 ? textStyles.text : textStyles.muted}>
      {t('burnSentence.inTheLast', {
        burnRate:
          burn.burnRate > 1 ? (
            <strong>{formatBurnRate(burn.burnRate)}</strong>
          ) : (
            formatBurnRate(burn.burnRate)
          ),
        window: lastWords(burn.windowMinutes),
        words: burnWords(burn.burnRate, status),
      })}
    </p>
  );
}
