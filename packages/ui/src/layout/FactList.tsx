import type { ReactNode } from 'react';
import styles from './FactList.module.css';

/** Props of {@link FactList}. */
export interface FactListProps {
  /** What is known of something. Facts without a value are left out. */
  facts: { term: string; value?: ReactNode }[];
  /** Below each other, each with its term beside it, where there is little room. */
  isNarrow?: boolean;
}

/** Facts with their names, side by side as far as there is room. */
export function FactList({ facts, isNarrow }: FactListProps) {
  return (
    <dl className={isNarrow ? styles.narrow : styles.wide}>
      {facts
        .filter(({ value }) => Boolean(value))
        .map(({ term, value }) => (
          <div key={term} className={styles.fact}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
