import { Skeleton } from '@backstage/ui';
import styles from './ViewSkeleton.module.css';

/** Props of {@link ViewSkeleton}. */
export interface ViewSkeletonProps {
  /** The room that the view will take, in px. */
  height: number;
}

/** Props of {@link RowsSkeleton}. */
export interface RowsSkeletonProps {
  rows: number;
  /** Of each, in px. */
  rowHeight?: number;
}

/** Props of {@link TilesSkeleton}. */
export interface TilesSkeletonProps {
  count: number;
  /** Of each, in px; that of a `NumberTile` by default. */
  height?: number;
  /** What places the tiles. */
  className: string;
}

/** Of a tile with a name, a figure and a detail, in px. */
const TILE_HEIGHT = 106;

/** Of a row, in px. */
const ROW_HEIGHT = 56;

/** How long the lines are, as those of a text would be. */
const LINE_WIDTHS = ['38%', '52%', '30%', '44%'];

/** Takes the room of a list, a table or a form while it is read. */
export function ViewSkeleton({ height }: ViewSkeletonProps) {
  return (
    <div className={styles.view} style={{ height }}>
      <RowsSkeleton rows={Math.max(1, Math.floor(height / ROW_HEIGHT))} />
    </div>
  );
}

/**
 * Takes the room of rows while they are read, within a frame or a panel whose title is
 * known before them.
 */
export function RowsSkeleton(props: RowsSkeletonProps) {
  const { rows, rowHeight = ROW_HEIGHT } = props;
  return (
    <div className={styles.rows}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles.row} style={{ height: rowHeight }}>
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

/** Takes the room of tiles while their figures are read. */
export function TilesSkeleton(props: TilesSkeletonProps) {
  const { count, height = TILE_HEIGHT, className } = props;
  return (
    <div className={className}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={styles.tile} style={{ height }}>
          <Skeleton width="55%" height={12} />
          <Skeleton width="30%" height={20} />
        </div>
      ))}
    </div>
  );
}
