import { Skeleton } from '@backstage/ui';
import { ViewSkeleton } from '@atrium/ui';
import { t } from '../../translation';
import styles from './LoadingPage.module.css';

/** What is seen while the code of a page is on its way. */
export function LoadingPage() {
  return (
    <div
      className={styles.page}
      role="progressbar"
      aria-label={t('loadingPage.loading')}
    >
      <Skeleton width={220} height={28} />
      <ViewSkeleton height={360} />
    </div>
  );
}
