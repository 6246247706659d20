import { type ReactNode, useId } from 'react';
import { Box } from '@backstage/ui';
import styles from './Panel.module.css';

export interface PanelProps {
  title: string;
  /** How many things are in it. */
  count?: string;
  /** What narrows the list, on the right of the title. */
  tools?: ReactNode;
  children: ReactNode;
}

/** A titled part of the documentation home. */
export function Panel({ title, count, tools, children }: PanelProps) {
  const titleId = useId();
  return (
    <Box
      as="section"
      bg="neutral"
      className={styles.panel}
      aria-labelledby={titleId}
    >
      <header className={styles.header}>
        <h2 className={styles.title} id={titleId}>
          {title}
        </h2>
        {count && <span className={styles.count}>{count}</span>}
        {tools && <div className={styles.tools}>{tools}</div>}
      </header>
      {children}
    </Box>
  );
}

/** What a panel says when there is nothing in it. */
export function PanelNote({ children }: { children: ReactNode }) {
  return <p className={styles.note}>{children}</p>;
}
