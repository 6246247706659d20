import { Skeleton } from '@backstage/ui';
import { useAppearDelay, ViewSkeleton } from '@atrium/ui';
import { t } from '../../translation';
import styles from './LoadingPage.module.css';

/** Props of {@link LoadingPage}. */
export interface LoadingPageProps {
  /** What of the page is there already: no more than the frame by default. */
  place?: 'frame' | 'header' | 'tabs';
}

/** What is seen while the code of a page, or of what it shows, is on its way. */
export function LoadingPage({ place = 'frame' }: LoadingPageProps) {
  return (
    <div
      className={styles.page}
      data-place={place}
      style={useAppearDelay(250)}
      role="progressbar"
      aria-label={t('loadingPage.loading')}
    >
      {place === 'frame' && <Skeleton width={220} height={28} />}
      <ViewSkeleton height={480} />
    </div>
  );
}
