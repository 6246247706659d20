import type {
  CheckResult,
  EntityResult,
} from '@atrium/plugin-scorecard-common';
import { countWords, formatDate, levelColor } from '@atrium/ui';
import type { ShownLevel } from '../../rating/levels';
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
      <p className={styles.notRated}>
        No check of any level counts for this service, so it holds none.
      </p>
    );
  }
  return (
    <ol className={styles.ladder} aria-label="Levels, from the lowest">
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
                ? `Here${
                    result.levelSince
                      ? ` since ${formatDate(result.levelSince)}`
                      : ''
                  }`
                : stepWords(level, { rank, checks })}
            </span>
          </li>
        ))}
    </ol>
  );
}

function stepWords(
  level: ShownLevel,
  { rank, checks }: { rank: number; checks: readonly CheckResult[] },
): string {
  if (level.rank < rank) {
    return 'Held';
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
    return `${countWords(open, 'check')} to go`;
  }
  return ofLevel.length > 0 ? 'Ready; waits for the level below' : 'No checks';
}
