import { errorMessage, textStyles } from '@atrium/ui';
import { t } from '../translation';

/** Props of {@link ChangeError}. */
export interface ChangeErrorProps {
  error: Error | null;
}

/** Says that what somebody did was not done, and why. */
export function ChangeError({ error }: ChangeErrorProps) {
  return (
    error && (
      <p role="alert" className={textStyles.bad}>
        {t('changeError.theChangeWasNotSaved', {
          message: errorMessage(error),
        })}
      </p>
    )
  );
}
