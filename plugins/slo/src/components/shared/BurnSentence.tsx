import { textStyles } from '@atrium/ui';
import {
  formatBurnRate,
  lastWords,
  type ObjectiveStatus,
} from '@atrium/plugin-slo-common';
import { burnWords, currentBurnRate } from '../../words/burnWords';

/** How fast the budget burns now and where that leads, in one sentence. */
export function BurnSentence({ status }: { status: ObjectiveStatus }) {
  const burn = currentBurnRate(status);
  if (burn?.burnRate === undefined) {
    return (
      <p className={textStyles.muted}>
        {burn && status.lastDataAt
          ? `No event in the ${lastWords(burn.windowMinutes)}`
          : 'Burn rate not measured'}
      </p>
    );
  }
  return (
    <p className={burn.burnRate > 1 ? textStyles.text : textStyles.muted}>
      {burn.burnRate > 1 ? (
        <strong>{formatBurnRate(burn.burnRate)}</strong>
      ) : (
        formatBurnRate(burn.burnRate)
      )}{' '}
      in the {lastWords(burn.windowMinutes)}: {burnWords(burn.burnRate, status)}
    </p>
  );
}
