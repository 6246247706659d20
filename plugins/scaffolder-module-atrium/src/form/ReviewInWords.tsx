import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import type { ReviewStateProps } from '@backstage/plugin-scaffolder-react/alpha';
import { FactList, Section } from '@atrium/ui';
import { t } from '../translation';
import { type ReviewFact, reviewFacts } from './reviewFacts';
import styles from './ReviewInWords.module.css';
import { StepRegion } from './StepRegion';

/** What was answered, to be read once more before it is created. */
export function ReviewInWords({ schemas, formState }: ReviewStateProps) {
  return (
    <StepRegion label={t('reviewInWords.review')} className={styles.review}>
      {reviewFacts(schemas, formState).map(({ title, facts }) => (
        <Section key={title} title={title}>
          <FactList
            isNarrow
            facts={facts.map(fact => ({
              term: fact.label,
              value: <FactValue fact={fact} />,
            }))}
          />
        </Section>
      ))}
    </StepRegion>
  );
}

function FactValue({ fact }: { fact: ReviewFact }) {
  const { entityRef, value } = fact;
  const whole = entityRef && toEntityRef(entityRef);
  return whole ? <EntityDisplayName entityRef={whole} hideIcon /> : value;
}

/** A picker may leave out what it takes for granted, such as the kind. */
function toEntityRef(ref: string): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch {
    return undefined;
  }
}
