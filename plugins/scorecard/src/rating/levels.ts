import type {
  LevelColor,
  LevelCount,
  ScorecardSummary,
} from '@atrium/plugin-scorecard-common';
import { t } from '../translation';

/** A level as it is drawn. */
export interface ShownLevel {
  /** Undefined for what holds none. */
  name: string | undefined;
  title: string;
  color: LevelColor | undefined;
  /** From 1; 0 for none. */
  rank: number;
}

/** What holds no level. */
export const NO_LEVEL: ShownLevel = {
  name: undefined,
  get title() {
    return t('levels.noLevel');
  },
  color: undefined,
  rank: 0,
};

/** What a scorecard has: none, and its levels from the lowest to the highest. */
export function shownLevels(
  scorecard: Pick<ScorecardSummary, 'levels'>,
): ShownLevel[] {
  return [
    NO_LEVEL,
    ...scorecard.levels.map(({ name, title, color }, index) => ({
      name,
      title,
      color,
      rank: index + 1,
    })),
  ];
}

/** The level of this name; one that was taken away keeps its name. */
export function levelOf(
  scorecard: Pick<ScorecardSummary, 'levels'> | undefined,
  name: string | undefined,
): ShownLevel {
  if (name === undefined) {
    return NO_LEVEL;
  }
  return (
    (scorecard &&
      shownLevels(scorecard).find(level => level.name === name)) ?? {
      name,
      title: name,
      color: undefined,
      rank: 0,
    }
  );
}

/** How many hold each level, from none to the highest. */
export function countByLevel(
  scorecard: Pick<ScorecardSummary, 'levels'>,
  counts: readonly LevelCount[],
): { level: ShownLevel; count: number }[] {
  return shownLevels(scorecard).map(level => ({
    level,
    count: counts
      .filter(item => item.level === level.name)
      .reduce((sum, { count }) => sum + count, 0),
  }));
}
