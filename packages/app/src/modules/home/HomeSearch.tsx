import { useApi } from '@backstage/frontend-plugin-api';
import { quickSearchApiRef } from '@atrium/plugin-search-module-atrium';
import { RiSearchLine } from '@remixicon/react';
import { t } from '../../translation';
import styles from './HomeSearch.module.css';

/** Looks like the field that it opens. */
export function HomeSearch() {
  const quickSearch = useApi(quickSearchApiRef);
  return (
    <button
      type="button"
      className={styles.field}
      aria-haspopup="dialog"
      onClick={quickSearch.open}
    >
      <RiSearchLine size={18} aria-hidden="true" />
      <span className={styles.text}>
        {t('homeSearch.searchServicesApisDocumentationPeople')}
      </span>
      <kbd className={styles.key} aria-hidden="true">
        /
      </kbd>
    </button>
  );
}
