import {
  EmptyState,
  errorMessage,
  ErrorState,
  isUnreachable,
  statusOf,
} from '@atrium/ui';
import { Button } from '@backstage/ui';
import { t } from '../../translation';
import { useReaderVariant } from '../readerVariant';
import styles from '../ReaderFrame.module.css';

export interface PageFailureProps {
  /** Why, where it is known. */
  error?: Error;
  onRetry(): void;
}

/** Stands in for a page that is there but could not be loaded. */
export function PageFailure({ error, onRetry }: PageFailureProps) {
  const variant = useReaderVariant();
  return (
    <div className={styles.pageFailure}>
      {error && isSaidEverywhere(error) ? (
        <ErrorState error={error} onRetry={onRetry} />
      ) : (
        <div role="alert">
          <EmptyState
            title={t('pageFailure.thisPageCouldNot')}
            headingLevel={variant === 'page' ? 1 : 2}
            description={
              <>
                {t('pageFailure.thePageItselfIsSafe')}
                {error && (
                  <p className={styles.reason}>{errorMessage(error)}</p>
                )}
              </>
            }
            action={
              <Button variant="secondary" onPress={onRetry}>
                {t('pageFailure.tryAgain')}
              </Button>
            }
          />
        </div>
      )}
    </div>
  );
}

/** Whether pages of all kinds fail in this way, and what to do is always the same. */
function isSaidEverywhere(error: Error): boolean {
  const status = statusOf(error);
  return isUnreachable(error) || status === 401 || status === 403;
}
