import type { ReactElement, ReactNode } from 'react';
import styles from './MessagePage.module.css';

export interface MessagePageProps {
  icon: ReactElement;
  /** What happened. */
  title: string;
  /** What it means, and what is safe. */
  children: ReactNode;
  /** What to do next. */
  actions: ReactNode;
}

/** Stands in for a page, or a part of one, that cannot be shown. */
export function MessagePage(props: MessagePageProps) {
  const { icon, title, children, actions } = props;
  return (
    <section className={styles.page} aria-label={title}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.text}>{children}</div>
      <div className={styles.actions}>{actions}</div>
    </section>
  );
}
