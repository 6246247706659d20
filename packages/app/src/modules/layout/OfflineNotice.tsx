import { useSyncExternalStore } from 'react';
import { RiWifiOffLine } from '@remixicon/react';
import { t } from '../../translation';
import styles from './OfflineNotice.module.css';

function subscribe(onChange: () => void) {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}

/** Says over every page that what it shows is no longer kept current. */
export function OfflineNotice() {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status">
      {!isOnline && (
        <p className={styles.notice}>
          <RiWifiOffLine size={16} aria-hidden="true" />
          {t('offlineNotice.youAreOfflineWhatYou')}
        </p>
      )}
    </div>
  );
}
