import type { ReactNode } from 'react';
import styles from './ListBar.module.css';

/** Props of {@link ListBar}. */
export interface ListBarProps {
  /** How much is listed, in words; read out when it changes. */
  summary: ReactNode;
  /** What can be done with the list, such as a `CsvButton`. */
  children?: ReactNode;
}

/** Stands above a list: what is in it, and what can be done with it. */
export function ListBar({ summary, children }: ListBarProps) {
  return (
    <div className={styles.bar}>
      <span role="status" className={styles.summary}>
        {summary}
      </span>
      <div className={styles.actions}>{children}</div>
    </div>
  );
}
