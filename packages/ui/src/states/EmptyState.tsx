import type { ReactElement, ReactNode } from 'react';
import styles from './states.module.css';

/** Props of {@link EmptyState}. */
export interface EmptyStateProps {
  /** What is not there, in a few words. */
  title: string;
  /** Why, and what to do so that something is. */
  description?: ReactNode;
  /** A button or a link that does it. */
  action?: ReactNode;
  icon?: ReactElement;
}

/** What a view says when there is nothing to show: it teaches. */
export function EmptyState(props: EmptyStateProps) {
  const { title, description, action, icon } = props;
  return (
    <div className={styles.state}>
      {icon && (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <p className={styles.title}>{title}</p>
      {description && <div className={styles.description}>{description}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
