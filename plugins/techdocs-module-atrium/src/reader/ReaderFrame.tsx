import type { ReactNode } from 'react';
import styles from './ReaderFrame.module.css';

export interface ReaderFrameProps {
  /** On a page of its own, or as a tab of an entity. */
  variant: 'page' | 'tab';
  children: ReactNode;
}

/** Brings the parts of the stock reader around the page into the app's look. */
export function ReaderFrame({ variant, children }: ReaderFrameProps) {
  return variant === 'page' ? (
    <main className={styles.page}>{children}</main>
  ) : (
    <div className={styles.tab}>{children}</div>
  );
}
