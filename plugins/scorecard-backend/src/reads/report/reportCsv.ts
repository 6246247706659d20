import type { CsvColumns } from '@atrium/backend-common';
import type {
  LevelCount,
  LevelsAt,
  Mover,
  ReportGroup,
  ScorecardDefinition,
} from '@atrium/plugin-scorecard-common';

type Levels = ScorecardDefinition['spec']['levels'];

/** How teams or systems stand, with a column for each level of the scorecard. */
export function groupCsv(levels: Levels): CsvColumns<ReportGroup> {
  return {
    Group: group => group.ref,
    Services: group => group.entityCount,
    Score: group => group.averageScore,
    'Change of score': group => group.scoreChange,
    ...levelColumns(levels),
  };
}

/** How many held which level, week by week. */
export function weekCsv(levels: Levels): CsvColumns<LevelsAt> {
  return {
    At: week => week.at,
    Score: week => week.averageScore,
    ...levelColumns(levels),
  };
}

/** Whose level changed. */
export const moverCsv: CsvColumns<Mover> = {
  Entity: mover => mover.entityRef,
  Owners: mover => mover.ownerRefs.join(' '),
  At: mover => mover.at,
  From: mover => mover.from,
  To: mover => mover.to,
  Direction: mover => mover.direction,
  Checks: mover => mover.checks.join('; '),
};

function levelColumns(
  levels: Levels,
): CsvColumns<{ levelCounts: LevelCount[] }> {
  const countOf =
    (wanted: string | undefined) =>
    ({ levelCounts }: { levelCounts: LevelCount[] }) =>
      levelCounts.find(({ level }) => level === wanted)?.count ?? 0;
  return {
    'No level': countOf(undefined),
    ...Object.fromEntries(
      levels.map(({ name, title = name }) => [title, countOf(name)]),
    ),
  };
}
