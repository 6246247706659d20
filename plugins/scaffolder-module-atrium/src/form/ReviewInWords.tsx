import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import type { ReviewStateProps } from '@backstage/plugin-scaffolder-react/alpha';
import { FactList, Section } from '@atrium/ui';
import { type ReviewFact, reviewFacts } from './reviewFacts';
import styles from './ReviewInWords.module.css';

/** What was answered, to be read once more before it is created. */
export function ReviewInWords({ schemas, formState }: ReviewStateProps) {
  return (
    <div className={styles.review}>
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
    </div>
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
