import { formatShare, textStyles } from '@atrium/ui';
import { t } from '../../translation';

/** Props of {@link ScoreFigure}. */
export interface ScoreFigureProps {
  /** From 0 to 1; undefined where nothing is known. */
  score: number | undefined;
}

/** A score; one that nobody knows is not zero. */
export function ScoreFigure({ score }: ScoreFigureProps) {
  return score === undefined ? (
    <span className={textStyles.muted}>{t('scoreFigure.noScoreYet')}</span>
  ) : (
    <>{formatShare(score)}</>
  );
}
