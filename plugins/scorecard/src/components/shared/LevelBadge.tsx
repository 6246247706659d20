import { LevelBadge as Badge } from '@atrium/ui';
import type { ShownLevel } from '../../rating/levels';

/** Props of {@link LevelBadge}. */
export interface LevelBadgeProps {
  level: ShownLevel;
  /** False where no check of any level counts, so that there can be none. */
  isRated?: boolean;
}

/** A level of a scorecard as sign and word. */
export function LevelBadge({ level, isRated }: LevelBadgeProps) {
  return (
    <Badge
      title={level.name === undefined ? undefined : level.title}
      color={level.color}
      isRated={isRated}
    />
  );
}
