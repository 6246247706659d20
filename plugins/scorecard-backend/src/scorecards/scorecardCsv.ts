import type { CsvColumns } from '@atrium/backend-common';
import type { ScorecardSummary } from '@atrium/plugin-scorecard-common';

/** The columns of `GET /scorecards.csv`. */
export const scorecardCsv: CsvColumns<ScorecardSummary> = {
  Name: scorecard => scorecard.name,
  Title: scorecard => scorecard.title,
  Owner: scorecard => scorecard.ownerRef,
  Checks: scorecard => scorecard.checkCount,
  Services: scorecard => scorecard.entityCount,
  Levels: scorecard => levelWords(scorecard),
  Score: scorecard => scorecard.averageScore,
  Evaluated: scorecard => scorecard.evaluatedAt,
  Version: scorecard => scorecard.version,
  Published: scorecard => scorecard.publishedAt,
  Source: scorecard => scorecard.source,
};

/** `No level: 2; Started: 3`, from the lowest to the highest. */
function levelWords({ levelCounts, levels }: ScorecardSummary): string {
  return [{ name: undefined, title: 'No level' }, ...levels]
    .map(({ name, title }) => {
      const found = levelCounts.find(({ level }) => level === name);
      return `${title}: ${found?.count ?? 0}`;
    })
    .join('; ');
}
