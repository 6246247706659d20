import { RiWifiOffLine } from '@remixicon/react';
import { t } from '../../translation';
import { useReachability } from './useReachability';
import styles from './OfflineNotice.module.css';

/** Says over every page that what it shows is no longer kept current. */
export function OfflineNotice() {
  const reachability = useReachability();
  return (
    <div role="status">
      {reachability !== 'reachable' && (
        <p className={styles.notice}>
          <RiWifiOffLine size={16} aria-hidden="true" />
          {reachability === 'offline'
            ? t('offlineNotice.youAreOfflineWhatYou')
            : t('offlineNotice.atriumDoesNotAnswer')}
        </p>
      )}
    </div>
  );
}
