import { Link } from '@backstage/ui';
import { useTrackedDiscovery } from '../queries/useTrackedDiscovery';
import { Highlighted } from '../results/Highlighted';
import { HitIcon } from '../results/HitIcon';
import type { SearchHit } from '../results/SearchHit';
import styles from './ResultRow.module.css';

/** One result: what it is called, what it is, whose it is, and why it is here. */
export function ResultRow({ hit }: { hit: SearchHit }) {
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
            <span className={styles.deprecated}>deprecated</span>
          )}
        </div>
        <p className={styles.facts}>
          {[hit.label, ...hit.facts].map((fact, index) => (
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
