import { Button } from '@backstage/ui';
import { t } from '../translation';
import { errorMessage } from './errorMessage';
import styles from './states.module.css';

/** Props of {@link ErrorState}. */
export interface ErrorStateProps {
  error: Error;
  onRetry?(): void;
}

/** What a view says when its data could not be had. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  return (
    <div className={styles.state} role="alert">
      <p className={styles.title}>{t('errorState.thisCouldNotBeLoaded')}</p>
      <div className={styles.description}>{errorMessage(error)}</div>
      {onRetry && (
        <div className={styles.action}>
          <Button variant="secondary" onPress={onRetry}>
            {t('errorState.tryAgain')}
          </Button>
        </div>
      )}
    </div>
  );
}
