import type { EntityResult } from '@atrium/plugin-scorecard-common';
import { useScorecardsByName } from '../../hooks/useScorecards';
import { levelOf } from '../../rating/levels';
import { t } from '../../translation';
import { LevelBadge } from '../shared/LevelBadge';
import { ScoreFigure } from '../shared/ScoreFigure';
import styles from './entity.module.css';

/** Props of {@link ScorecardChoice}. */
export interface ScorecardChoiceProps {
  results: EntityResult[];
  chosen: EntityResult;
  onChoose(scorecard: string): void;
}

/** The scorecards of an entity side by side; one of them is opened below. */
export function ScorecardChoice(props: ScorecardChoiceProps) {
  const { results, chosen, onChoose } = props;
  const scorecards = useScorecardsByName();
  return (
    <div
      className={styles.choice}
      role="group"
      aria-label={t('scorecardChoice.scorecards')}
    >
      {results.map(result => {
        const { scorecard, scorecardTitle, score, fail, unknown } = result;
        return (
          <button
            key={scorecard}
            type="button"
            className={styles.card}
            aria-pressed={result === chosen}
            onClick={() => onChoose(scorecard)}
          >
            <span className={styles.cardTitle}>{scorecardTitle}</span>
            <span className={styles.cardLine}>
              <LevelBadge
                level={levelOf(scorecards.get(scorecard), result.level)}
                isRated={result.rank !== undefined}
              />
              <ScoreFigure score={score} />
            </span>
            <span className={styles.cardNote}>
              {[
                fail > 0 && t('scorecardChoice.checksFailed', { count: fail }),
                unknown > 0 && t('scorecardChoice.unknown', { unknown }),
              ]
                .filter(Boolean)
                .join(', ') || t('scorecardChoice.allChecksPassed')}
            </span>
          </button>
        );
      })}
    </div>
  );
}
