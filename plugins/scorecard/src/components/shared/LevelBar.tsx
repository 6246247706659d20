import { formatNumber, formatShare, levelColor } from '@atrium/ui';
import type {
  LevelCount,
  ScorecardSummary,
} from '@atrium/plugin-scorecard-common';
import { countByLevel } from '../../rating/levels';
import styles from './shared.module.css';

/** Props of {@link LevelBar}. */
export interface LevelBarProps {
  scorecard: Pick<ScorecardSummary, 'levels'>;
  counts: readonly LevelCount[];
  /** Whether only those levels are named that something holds. */
  isShort?: boolean;
}

/** How many hold which level: a bar, and the same in words. */
export function LevelBar({ scorecard, counts, isShort }: LevelBarProps) {
  const parts = countByLevel(scorecard, counts);
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const named = parts.filter(({ count }) => count > 0 || !isShort);
  return (
    <div className={styles.distribution}>
      <div className={styles.bar} aria-hidden="true">
        {parts.map(
          ({ level, count }) =>
            count > 0 && (
              <span
                key={level.rank}
                title={`${level.title}: ${formatShare(count / total)}`}
                style={{ flexGrow: count, background: levelColor(level.color) }}
              />
            ),
        )}
      </div>
      <ul className={styles.legend}>
        {named.map(({ level, count }) => (
          <li key={level.rank}>
            <span
              className={styles.sign}
              style={{ background: levelColor(level.color) }}
              aria-hidden="true"
            />
            {level.title} <strong>{formatNumber(count)}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
