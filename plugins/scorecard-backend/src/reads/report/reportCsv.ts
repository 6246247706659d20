import type { CsvColumns } from '@atrium/backend-common';
import type {
  ReportGroup,
  ScorecardDefinition,
} from '@atrium/plugin-scorecard-common';

/** The columns of `GET /report.csv`, one for each level of the scorecard. */
export function reportCsv(
  levels: ScorecardDefinition['spec']['levels'],
): CsvColumns<ReportGroup> {
  return {
    Group: group => group.ref,
    Services: group => group.entityCount,
    Score: group => group.averageScore,
    'Change of score': group => group.scoreChange,
    'No level': group => countOf(group, undefined),
    ...Object.fromEntries(
      levels.map(({ name, title }) => [
        title,
        (group: ReportGroup) => countOf(group, name),
      ]),
    ),
  };
}

function countOf({ levelCounts }: ReportGroup, name: string | undefined) {
  return levelCounts.find(({ level }) => level === name)?.count ?? 0;
}
