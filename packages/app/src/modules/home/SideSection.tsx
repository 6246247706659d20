import type { ReactNode } from 'react';
import { Skeleton } from '@backstage/ui';
import { Section } from '@atrium/ui';
import styles from './SideSection.module.css';

/** Props of {@link SideSection}. */
export interface SideSectionProps {
  title: string;
  tools?: ReactNode;
  /** The room that is kept for so many rows, so that nothing below moves. */
  rows?: number;
  children: ReactNode;
}

/** A short list beside what matters most. */
export function SideSection(props: SideSectionProps) {
  const { title, tools, rows = 0, children } = props;
  return (
    <Section title={title} tools={tools}>
      <div className={styles.card} style={{ minHeight: rows * 40 + 10 }}>
        {children}
      </div>
    </Section>
  );
}

/** The rows of a {@link SideSection}. */
export function SideList({ children }: { children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>;
}

/** Lines of a {@link SideSection} that are still read. */
export function SideSkeleton({ rows }: { rows: number }) {
  return (
    <>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles.row}>
          <Skeleton width={index % 2 === 0 ? '60%' : '45%'} height={12} />
        </div>
      ))}
    </>
  );
}

/** Props of {@link SideRow}. */
export interface SideRowProps {
  children: ReactNode;
  /** At the end of the line. */
  aside?: ReactNode;
}

/** One line of a {@link SideList}. */
export function SideRow({ children, aside }: SideRowProps) {
  return (
    <li className={styles.row}>
      <span className={styles.what}>{children}</span>
      {aside && <span className={styles.aside}>{aside}</span>}
    </li>
  );
}
