import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

/** Props of {@link Section}. */
export interface SectionProps {
  title: ReactNode;
  /** Filters and actions beside the title. */
  tools?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, tools, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.header}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {tools && <div className={styles.tools}>{tools}</div>}
      </div>
      {children}
    </section>
  );
}
