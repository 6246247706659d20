import { ErrorState, isUnreachable, statusOf } from '@atrium/ui';
import { t } from '../../translation';
import styles from '../ReaderFrame.module.css';

export interface PageFailureProps {
  error: Error;
  onRetry(): void;
}

/** Stands in for a page that is there but could not be loaded. */
export function PageFailure({ error, onRetry }: PageFailureProps) {
  const status = statusOf(error);
  return (
    <div className={styles.pageFailure}>
      <ErrorState error={error} onRetry={onRetry} />
      {!isUnreachable(error) && status !== 401 && status !== 403 && (
        <p>{t('pageFailure.thePageItselfIsSafe')}</p>
      )}
    </div>
  );
}
