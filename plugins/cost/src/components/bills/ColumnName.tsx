import { Fragment } from 'react';
import styles from './bills.module.css';

/** Before the words of `BillingCurrency`, and after what parts those of `x_cost`. */
const WORDS = /(?<=[a-z0-9])(?=[A-Z])|(?<=[_./-])/;

/** The name of a column of a bill, which breaks between its words alone. */
export function ColumnName({ name }: { name: string }) {
  return (
    <code className={styles.columnName}>
      {name.split(WORDS).map((word, index) => (
        // Words come twice in a name, and stay where they are.
        <Fragment key={`${index} ${word}`}>
          {index > 0 && <wbr />}
          {word}
        </Fragment>
      ))}
    </code>
  );
}
