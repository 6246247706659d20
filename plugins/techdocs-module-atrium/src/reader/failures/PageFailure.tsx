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
  error: Error;
  onRetry(): void;
}

/** Stands in for a page that is there but could not be loaded. */
export function PageFailure({ error, onRetry }: PageFailureProps) {
  const variant = useReaderVariant();
  const status = statusOf(error);
  return (
    <div className={styles.pageFailure}>
      {isUnreachable(error) || status === 401 || status === 403 ? (
        <ErrorState error={error} onRetry={onRetry} />
      ) : (
        <div role="alert">
          <EmptyState
            title={t('pageFailure.thisPageCouldNot')}
            headingLevel={variant === 'page' ? 1 : 2}
            description={
              <>
                {t('pageFailure.thePageItselfIsSafe')}
                <p className={styles.reason}>{errorMessage(error)}</p>
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
