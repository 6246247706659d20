import { useApi } from '@backstage/frontend-plugin-api';
import { quickSearchApiRef } from '@atrium/plugin-search-module-atrium';
import { RiSearchLine } from '@remixicon/react';
import { t } from '../../translation';
import styles from './SearchButton.module.css';

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** Opens search over any page, and says by which key. */
export function SearchButton() {
  const quickSearch = useApi(quickSearchApiRef);
  return (
    <button
      type="button"
      className={styles.button}
      aria-haspopup="dialog"
      aria-keyshortcuts={isApple ? '/ Meta+K' : '/ Control+K'}
      onClick={quickSearch.open}
    >
      <RiSearchLine size={16} aria-hidden="true" />
      <span className={styles.text}>{t('searchButton.search')}</span>
      <kbd className={styles.key} aria-hidden="true">
        {isApple ? '⌘K' : t('searchButton.ctrlK')}
      </kbd>
    </button>
  );
}
