import { Skeleton } from '@backstage/ui';
import styles from './map.module.css';

/** How many entities stand in each column: what uses something is left of it. */
const COLUMNS = [3, 4, 2];

/** The map while it is read or arranged. */
export function MapSkeleton() {
  return (
    <div className={`${styles.frame} ${styles.waiting}`}>
      {COLUMNS.map((count, column) => (
        <div key={column} className={styles.waitingColumn}>
          {Array.from({ length: count }, (_, index) => (
            <div key={index} className={styles.waitingCard}>
              <Skeleton width={index % 2 === 0 ? '70%' : '55%'} height={12} />
              <Skeleton width="40%" height={10} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
