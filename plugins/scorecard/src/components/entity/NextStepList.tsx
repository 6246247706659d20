import type { EntityResult } from '@atrium/plugin-scorecard-common';
import { countWords, Section, StatusBadge, textStyles } from '@atrium/ui';
import type { ShownLevel } from '../../rating/levels';
import { nextSteps } from '../../rating/nextSteps';
import { CheckItem } from './CheckItem';
import styles from './entity.module.css';

/** Props of {@link NextStepList}. */
export interface NextStepListProps {
  result: EntityResult;
  levels: readonly ShownLevel[];
}

/** What to do next: what keeps an entity from its next level, least work first. */
export function NextStepList({ result, levels }: NextStepListProps) {
  const { next, blocking, others } = nextSteps(result, levels);
  const steps = blocking.length > 0 ? blocking : others;
  if (steps.length === 0) {
    return (
      <Section title="What to do next">
        <StatusBadge status="good">Nothing is left to do here</StatusBadge>
      </Section>
    );
  }
  const isForLevel = next !== undefined && blocking.length > 0;
  return (
    <Section title={isForLevel ? `Next: ${next.title}` : 'What to do next'}>
      <p className={textStyles.muted}>
        {isForLevel
          ? `${countWords(steps.length, 'check')} to go, the least work first.`
          : 'These raise the score, the least work first.'}
      </p>
      <ul className={styles.checks} aria-label="What to do next">
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
