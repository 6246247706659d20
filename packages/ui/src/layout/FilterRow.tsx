import type { ReactNode } from 'react';
import styles from './FilterRow.module.css';

/** Props of {@link FilterRow}. */
export interface FilterRowProps {
  children: ReactNode;
}

/** The fields that narrow a list, side by side as far as there is room. */
export function FilterRow({ children }: FilterRowProps) {
  return <div className={styles.row}>{children}</div>;
}
