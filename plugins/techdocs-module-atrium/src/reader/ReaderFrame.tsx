import type { ReactNode } from 'react';
import { type ReaderVariant, ReaderVariantProvider } from './readerVariant';
import styles from './ReaderFrame.module.css';

export interface ReaderFrameProps {
  variant: ReaderVariant;
  children: ReactNode;
}

/** Brings the parts of the stock reader around the page into the app's look. */
export function ReaderFrame({ variant, children }: ReaderFrameProps) {
  return (
    <ReaderVariantProvider value={variant}>
      {variant === 'page' ? (
        <main className={styles.page}>{children}</main>
      ) : (
        <div className={styles.tab}>{children}</div>
      )}
    </ReaderVariantProvider>
  );
}
