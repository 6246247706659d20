import { Skeleton } from '@backstage/ui';
import styles from './ListSkeleton.module.css';

/** As many rows as fill the screen. */
const ROWS = 12;

/** Takes the room of the list while it is read for the first time. */
export function ListSkeleton() {
  return (
    <div className={styles.list}>
      {Array.from({ length: ROWS }, (_, index) => (
        <div key={index} className={styles.row}>
          <Skeleton width="40%" height={16} />
          <Skeleton width="64%" height={14} />
        </div>
      ))}
    </div>
  );
}
