import { LevelBadge } from './LevelBadge';
import { NoValue } from './NoValue';

/** Props of {@link RowLevel}. */
export interface RowLevelProps {
  /** What the entity of the row holds, if a scorecard rates it. */
  level?: { level?: string; color?: string; scorecardTitle: string };
  /** Whether the column says of which scorecard all levels are. */
  isScorecardNamed: boolean;
}

/** The level of an entity in a row of a list. */
export function RowLevel({ level, isScorecardNamed }: RowLevelProps) {
  return level ? (
    <LevelBadge
      title={level.level}
      color={level.color}
      scorecard={isScorecardNamed ? undefined : level.scorecardTitle}
    />
  ) : (
    <NoValue />
  );
}
