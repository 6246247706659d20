import { RiLockLine } from '@remixicon/react';
import { Button } from '@backstage/ui';
import { statusOf } from '../http/statusOf';
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
  const status = statusOf(error);
  const isRefused = status === 403;
  // Who is refused is refused again, and what is not there stays away.
  const isFinal = isRefused || status === 404;
  return (
    <div className={styles.state} role="alert">
      {isRefused && (
        <span className={styles.icon} aria-hidden="true">
          <RiLockLine />
        </span>
      )}
      <p className={styles.title}>
        {isRefused
          ? t('errorState.youDoNotHaveAccess')
          : t('errorState.thisCouldNotBeLoaded')}
      </p>
      <div className={styles.description}>
        {isRefused ? withFullStop(errorMessage(error)) : errorMessage(error)}
      </div>
      {onRetry && !isFinal && (
        <div className={styles.action}>
          <Button variant="secondary" onPress={onRetry}>
            {t('errorState.tryAgain')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Backends end a refusal without one, the words of the kit with one. */
function withFullStop(words: string): string {
  return words.replace(/\.?$/, '.');
}
