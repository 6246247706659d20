import type { CsvColumns } from '@atrium/backend-common';
import type { ScorecardHistory } from '@atrium/plugin-scorecard-common';

/** The columns of `GET /history.csv`. */
export const historyCsv: CsvColumns<ScorecardHistory['items'][number]> = {
  At: point => point.at,
  Rated: point => (point.isRated ? 'yes' : 'no'),
  Level: point => point.level,
  Score: point => point.score,
  'Changed checks': point =>
    point.changedChecks
      .map(({ outcome, title }) => `${title}: ${outcome}`)
      .join('; '),
};
