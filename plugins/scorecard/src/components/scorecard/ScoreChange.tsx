import { formatNumber, textStyles } from '@atrium/ui';
import { t } from '../../translation';

/** Props of {@link ScoreChange}. */
export interface ScoreChangeProps {
  /** From -1 to 1; undefined where one of both scores is not known. */
  change: number | undefined;
}

/** By how many points of a hundred a score moved. */
export function ScoreChange({ change }: ScoreChangeProps) {
  if (change === undefined) {
    return (
      <span className={textStyles.muted}>{t('scoreChange.notKnown')}</span>
    );
  }
  // To a tenth, as scores are written.
  const points = Math.round(change * 1_000) / 10;
  return points === 0 ? (
    <span className={textStyles.muted}>{t('scoreChange.noChange')}</span>
  ) : (
    <>
      {t('scoreChange.points', {
        count: Math.abs(points),
        change: `${points > 0 ? '+' : '−'}${formatNumber(Math.abs(points))}`,
      })}
    </>
  );
}
