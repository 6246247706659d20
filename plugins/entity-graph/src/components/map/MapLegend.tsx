import { t } from '../../translation';
import { ORIGIN_WORDS } from '../../words/graphWords';
import styles from './map.module.css';

const ORIGINS = ['declared', 'both', 'observed'] as const;

/** What lines and sides of the map mean. */
export function MapLegend() {
  return (
    <figcaption className={styles.legend}>
      <span>{t('mapLegend.whatUsesSomethingIsOn')}</span>
      {ORIGINS.map(origin => (
        <span key={origin} className={styles.sign}>
          <span
            className={styles.line}
            data-origin={origin}
            aria-hidden="true"
          />
          {ORIGIN_WORDS[origin]}
        </span>
      ))}
    </figcaption>
  );
}
