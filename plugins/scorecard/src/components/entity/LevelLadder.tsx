import type {
  CheckResult,
  EntityResult,
} from '@atrium/plugin-scorecard-common';
import { formatDate, levelColor } from '@atrium/ui';
import type { ShownLevel } from '../../rating/levels';
import { t } from '../../translation';
import { LevelBadge } from '../shared/LevelBadge';
import styles from './LevelLadder.module.css';

/** Props of {@link LevelLadder}. */
export interface LevelLadderProps {
  result: EntityResult;
  levels: readonly ShownLevel[];
}

/** The levels of a scorecard, and on which of them an entity stands. */
export function LevelLadder({ result, levels }: LevelLadderProps) {
  const { rank, checks = [] } = result;
  if (rank === undefined) {
    return (
      <p className={styles.notRated}>{t('levelLadder.noCheckOfAnyLevel')}</p>
    );
  }
  return (
    <ol
      className={styles.ladder}
      aria-label={t('levelLadder.levelsFromTheLowest')}
    >
      {levels
        .filter(level => level.rank > 0 || rank === 0)
        .map(level => (
          <li
            key={level.rank}
            className={styles.step}
            data-held={level.rank <= rank}
            aria-current={level.rank === rank ? 'step' : undefined}
            style={
              { '--level': levelColor(level.color) } as Record<string, string>
            }
          >
            <LevelBadge level={level} />
            <span className={styles.words}>
              {level.rank === rank
                ? hereWords(result)
                : stepWords(level, { rank, checks })}
            </span>
          </li>
        ))}
    </ol>
  );
}

function hereWords({ levelSince }: EntityResult): string {
  return levelSince
    ? t('levelLadder.hereSince', { since: formatDate(levelSince) })
    : t('levelLadder.here');
}

function stepWords(
  level: ShownLevel,
  { rank, checks }: { rank: number; checks: readonly CheckResult[] },
): string {
  if (level.rank < rank) {
    return t('levelLadder.held');
  }
  const ofLevel = checks.filter(
    ({ level: name, isCounted, outcome }) =>
      name === level.name &&
      isCounted &&
      outcome !== 'exempt' &&
      outcome !== 'not-applicable',
  );
  const open = ofLevel.filter(({ outcome }) => outcome !== 'pass').length;
  if (open > 0) {
    return t('levelLadder.checksToGo', { count: open });
  }
  return ofLevel.length > 0
    ? t('levelLadder.readyWaitsForTheLevel')
    : t('levelLadder.noChecks');
}
