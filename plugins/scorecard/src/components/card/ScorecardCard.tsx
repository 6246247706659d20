import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type {
  CheckResult,
  EntityResult,
} from '@atrium/plugin-scorecard-common';
import { QueryCard } from '@atrium/ui';
import { useScorecardSignals } from '../../hooks/scorecardHooks';
import { useEntityResults } from '../../hooks/useResults';
import { useScorecardsByName } from '../../hooks/useScorecards';
import { levelOf, type ShownLevel, shownLevels } from '../../rating/levels';
import { nextSteps } from '../../rating/nextSteps';
import { t } from '../../translation';
import { LevelBadge } from '../shared/LevelBadge';
import { ScoreFigure } from '../shared/ScoreFigure';
import styles from './ScorecardCard.module.css';

/** The level of an entity in each scorecard, and the next step. */
export function ScorecardCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const href = `${useEntityRefLink()(entityRef)}/scorecards`;
  useScorecardSignals(entityRef);
  return (
    <QueryCard
      title={t('scorecardCard.scorecards')}
      detailsHref={href}
      query={useEntityResults(entityRef)}
      isEmpty={({ items }) => items.length === 0}
    >
      {({ items }) => (
        <ul className={styles.lines}>
          {items.map(result => (
            <Line key={result.scorecard} result={result} href={href} />
          ))}
        </ul>
      )}
    </QueryCard>
  );
}

function Line({ result, href }: { result: EntityResult; href: string }) {
  const scorecard = useScorecardsByName().get(result.scorecard);
  const { blocking, others, next } = nextSteps(
    result,
    shownLevels(scorecard ?? { levels: [] }),
  );
  const [step] = [...blocking, ...others];
  return (
    <li className={styles.item}>
      <Link href={`${href}?scorecard=${encodeURIComponent(result.scorecard)}`}>
        {result.scorecardTitle}
      </Link>
      <span className={styles.standing}>
        {scorecard?.levels.length === 0 ? (
          <ScoreFigure score={result.score} />
        ) : (
          <LevelBadge
            level={levelOf(scorecard, result.level)}
            isRated={result.rank !== undefined}
          />
        )}
      </span>
      <span className={styles.next}>
        {stepWords(step, blocking.length > 0 ? next : undefined)}
      </span>
    </li>
  );
}

function stepWords(
  step: CheckResult | undefined,
  next: ShownLevel | undefined,
): string {
  if (!step) {
    return t('scorecardCard.nothingIsLeftToDo');
  }
  return next
    ? t('scorecardCard.forLevel', { level: next.title, step: step.title })
    : t('scorecardCard.next', { step: step.title });
}
