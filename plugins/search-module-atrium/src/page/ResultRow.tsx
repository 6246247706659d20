import { Link } from '@backstage/ui';
import { Highlighted } from '@atrium/ui';
import { useTrackedDiscovery } from '../queries/useTrackedDiscovery';
import { HitIcon } from '../results/HitIcon';
import { hitFacts } from '../results/hitFacts';
import type { SearchHit } from '../results/SearchHit';
import { t } from '../translation';
import styles from './ResultRow.module.css';

/** Props of {@link ResultRow}. */
export interface ResultRowProps {
  hit: SearchHit;
  /** What owners and systems are called, by their refs. */
  titles: ReadonlyMap<string, string>;
}

/** One result: what it is called, what it is, whose it is, and why it is here. */
export function ResultRow({ hit, titles }: ResultRowProps) {
  const trackDiscovery = useTrackedDiscovery();
  return (
    <article className={styles.row}>
      <div className={styles.icon}>
        <HitIcon subject={hit.subject} />
      </div>
      <div className={styles.body}>
        <div className={styles.head}>
          <h2 className={hit.isCode ? styles.codeTitle : styles.title}>
            <Link
              href={hit.location}
              className={styles.link}
              onClick={() => trackDiscovery(hit)}
            >
              <Highlighted parts={hit.titleParts} />
            </Link>
          </h2>
          {hit.isDeprecated && (
            <span className={styles.deprecated}>
              {t('resultRow.deprecated')}
            </span>
          )}
        </div>
        <p className={styles.facts}>
          {hitFacts(hit, titles).map((fact, index) => (
            <span key={index}>{fact}</span>
          ))}
        </p>
        {hit.textParts.length > 0 && (
          <p className={styles.text}>
            <Highlighted parts={hit.textParts} />
          </p>
        )}
      </div>
    </article>
  );
}
