import type { ReactElement, ReactNode } from 'react';
import styles from './states.module.css';

/** Props of {@link EmptyState}. */
export interface EmptyStateProps {
  /** What is not there, in a few words. */
  title: string;
  /** Where the title is the heading of a page. */
  headingLevel?: 1 | 2;
  /** Why, and what to do so that something is. */
  description?: ReactNode;
  /** A button or a link that does it. */
  action?: ReactNode;
  /** That of the page in the navigation, where all of the page or the tab is empty. */
  icon?: ReactElement;
}

/** What a view says when there is nothing to show: it teaches. */
export function EmptyState(props: EmptyStateProps) {
  const { title, headingLevel, description, action, icon } = props;
  const Title = headingLevel ? (`h${headingLevel}` as const) : 'p';
  return (
    <div className={styles.state}>
      {icon && (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <Title className={styles.title}>{title}</Title>
      {description && <div className={styles.description}>{description}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
