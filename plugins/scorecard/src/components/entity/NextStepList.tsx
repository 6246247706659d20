import type { EntityResult } from '@atrium/plugin-scorecard-common';
import { Section, StatusBadge, textStyles } from '@atrium/ui';
import type { ShownLevel } from '../../rating/levels';
import { nextSteps, stepsToShow } from '../../rating/nextSteps';
import { t } from '../../translation';
import { CheckItem } from './CheckItem';
import styles from './entity.module.css';

/** Props of {@link NextStepList}. */
export interface NextStepListProps {
  result: EntityResult;
  levels: readonly ShownLevel[];
}

/** What to do next: what keeps an entity from its next level, least work first. */
export function NextStepList({ result, levels }: NextStepListProps) {
  const found = nextSteps(result, levels);
  const { next, blocking } = found;
  const steps = stepsToShow(found);
  if (steps.length === 0) {
    return (
      <Section title={t('nextStepList.whatToDoNext')}>
        <StatusBadge status="good">
          {t('nextStepList.nothingIsLeftToDo')}
        </StatusBadge>
      </Section>
    );
  }
  const isForLevel = next !== undefined && blocking.length > 0;
  return (
    <Section
      title={
        isForLevel
          ? t('nextStepList.next', { title: next.title })
          : t('nextStepList.whatToDoNext')
      }
    >
      <p className={textStyles.muted}>
        {isForLevel
          ? t('nextStepList.checksToGoTheLeast', { count: steps.length })
          : t('nextStepList.theseRaiseTheScoreThe')}
      </p>
      <ul className={styles.checks} aria-label={t('nextStepList.whatToDoNext')}>
        {steps.map((check, index) => (
          <CheckItem
            key={check.check}
            result={result}
            check={check}
            isOpen={index === 0}
          />
        ))}
      </ul>
    </Section>
  );
}
