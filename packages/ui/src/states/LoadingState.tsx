import type { ReactNode } from 'react';
import { t } from '../translation';
import styles from './states.module.css';
import { ViewSkeleton } from './ViewSkeleton';

/** Props of {@link LoadingState}. */
export interface LoadingStateProps {
  /** The room that the view will take, in px. Without effect beside children. */
  height?: number;
  /** The shape of the view, where it is not one list, table or form. */
  children?: ReactNode;
}

/** Says, also to who only hears it, that a view is still to come, and takes its room. */
export function LoadingState({ height = 160, children }: LoadingStateProps) {
  return (
    <div
      role="status"
      aria-label={t('queryState.loading')}
      className={styles.loading}
    >
      {/* Its titles are those of what is still to come. */}
      <div aria-hidden="true" className={styles.loading}>
        {children ?? <ViewSkeleton height={height} />}
      </div>
    </div>
  );
}
