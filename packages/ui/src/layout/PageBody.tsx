import type { ReactNode } from 'react';
import { Container } from '@backstage/ui';
import styles from './PageBody.module.css';

/** Props of {@link PageBody}. */
export interface PageBodyProps {
  /** The sections of the page, one below the other. */
  children: ReactNode;
}

/** What stands below the header of a page of a plugin: its main landmark. */
export function PageBody({ children }: PageBodyProps) {
  return (
    <Container className={styles.frame}>
      <main className={styles.page}>{children}</main>
    </Container>
  );
}
