import { Link } from '@backstage/ui';
import { StatusBadge, TilesSkeleton } from '@atrium/ui';
import { t } from '../../translation';
import type { HealthTile } from './HealthTile';
import styles from './HealthStrip.module.css';

/** As in its styles, in px. */
const TILE_HEIGHT = 146;

/** Props of {@link HealthStrip}. */
export interface HealthStripProps {
  tiles: HealthTile[];
}

/** How an entity is, at a glance: each tile leads to the page with more. */
export function HealthStrip({ tiles }: HealthStripProps) {
  return tiles.length === 0 ? null : (
    <ul className={styles.strip} aria-label={t('healthStrip.health')}>
      {tiles.map(tile => (
        <li key={tile.id} className={styles.tile} data-status={tile.status}>
          <h2 className={styles.title}>
            {tile.href ? (
              <Link
                href={tile.href}
                standalone
                className={styles.link}
                aria-describedby={`tile-${tile.id}`}
              >
                {tile.title}
              </Link>
            ) : (
              tile.title
            )}
          </h2>
          <div id={`tile-${tile.id}`} className={styles.facts}>
            <span className={styles.figure}>
              {tile.figure ?? <span aria-hidden="true">—</span>}
            </span>
            <StatusBadge status={tile.status}>{tile.word}</StatusBadge>
            <span className={styles.detail} title={tile.detail}>
              {tile.detail}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The room that a strip of so many tiles takes. */
export function HealthStripSkeleton({ count }: { count: number }) {
  return (
    <TilesSkeleton
      count={count}
      height={TILE_HEIGHT}
      className={styles.strip}
    />
  );
}
