import { Skeleton } from '@backstage/ui';
import styles from './ViewSkeleton.module.css';

/** Props of {@link ViewSkeleton}. */
export interface ViewSkeletonProps {
  /** The room that the view will take, in px. */
  height: number;
}

/** Of a row, in px. */
const ROW_HEIGHT = 56;

/** How long the lines are, as those of a text would be. */
const LINE_WIDTHS = ['38%', '52%', '30%', '44%'];

/** Takes the room of a list, a table or a form while it is read. */
export function ViewSkeleton({ height }: ViewSkeletonProps) {
  const rowCount = Math.max(1, Math.floor(height / ROW_HEIGHT));
  return (
    <div className={styles.view} style={{ height }}>
      {Array.from({ length: rowCount }, (_, index) => (
        <div key={index} className={styles.row}>
          <Skeleton
            width={LINE_WIDTHS[index % LINE_WIDTHS.length]}
            height={12}
          />
          <Skeleton width="12%" height={12} />
        </div>
      ))}
    </div>
  );
}
