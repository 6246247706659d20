import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { EntityResult } from '@atrium/plugin-scorecard-common';
import { RelativeTime, Section, textStyles } from '@atrium/ui';
import { useScorecardsByName } from '../../hooks/useScorecards';
import { shownLevels } from '../../rating/levels';
import { scorecardRouteRef } from '../../routes';
import { t } from '../../translation';
import { ScoreFigure } from '../shared/ScoreFigure';
import { BadgeSnippet } from './BadgeSnippet';
import { CheckList } from './CheckList';
import { EntityInitiatives } from './EntityInitiatives';
import { LevelHistory } from './LevelHistory';
import { LevelLadder } from './LevelLadder';
import { NextStepList } from './NextStepList';
import styles from './entity.module.css';

/** Where an entity stands in one scorecard, why, and what to do next. */
export function ScorecardResult({ result }: { result: EntityResult }) {
  const scorecard = useScorecardsByName().get(result.scorecard);
  const scorecardLink = useRouteRef(scorecardRouteRef);
  const levels = shownLevels(scorecard ?? { levels: [] });
  return (
    <>
      <Section
        title={result.scorecardTitle}
        tools={
          scorecardLink && (
            <Link href={scorecardLink({ scorecard: result.scorecard })}>
              {t('scorecardResult.allServices')}
            </Link>
          )
        }
      >
        {scorecard?.description && (
          <p className={textStyles.text}>{scorecard.description}</p>
        )}
        <div className={styles.standing}>
          {levels.length > 1 && <LevelLadder result={result} levels={levels} />}
          <Score result={result} />
        </div>
      </Section>
      <div className={styles.columns}>
        <div className={styles.column}>
          <NextStepList result={result} levels={levels} />
          <CheckList result={result} levels={levels} />
        </div>
        <div className={styles.column}>
          <LevelHistory result={result} levels={levels} />
          <EntityInitiatives result={result} />
          <BadgeSnippet result={result} />
        </div>
      </div>
    </>
  );
}

function Score({ result }: { result: EntityResult }) {
  const { score, pass, fail, unknown, exempt, evaluatedAt } = result;
  const known = pass + fail;
  return (
    <div
      className={styles.score}
      role="group"
      aria-label={t('scorecardResult.score')}
    >
      <span className={textStyles.muted}>{t('scorecardResult.score')}</span>
      <span className={styles.scoreFigure}>
        <ScoreFigure score={score} />
      </span>
      <span className={textStyles.muted}>
        {[
          t('scorecardResult.byWeightOfChecksPassed', { count: known, pass }),
          unknown > 0 && t('scorecardResult.unknown', { unknown }),
          exempt > 0 && t('scorecardResult.exempt', { exempt }),
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
      <span className={textStyles.muted}>
        {t('scorecardResult.evaluated', {
          relativeTime: <RelativeTime instant={evaluatedAt} />,
        })}
      </span>
    </div>
  );
}
