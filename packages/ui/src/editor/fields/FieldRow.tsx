import type { ReactNode } from 'react';
import styles from './fields.module.css';

/** Fields side by side, as far as there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
