import { Alert } from '@backstage/ui';
import { t } from '../translation';
import styles from './ReaderFrame.module.css';

/**
 * What is safe and what happens next when a site cannot be built. It is shown while the
 * stock reader shows its own alert, which then is the line that names the reason.
 */
export function BuildFailure() {
  return (
    <div className={styles.failure}>
      <Alert
        status="warning"
        icon
        title={t('readerFrame.theNewestVersionCouldNot')}
        description={t('readerFrame.theLastVersionThatWas')}
      />
    </div>
  );
}
