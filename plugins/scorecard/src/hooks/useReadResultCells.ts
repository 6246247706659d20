import { useApi } from '@backstage/frontend-plugin-api';
import type { CsvCell } from '@atrium/common';
import type { ResultQuery } from '@atrium/plugin-scorecard-common';
import { readAllPages } from '@atrium/ui';
import { scorecardApiRef } from '../api/ScorecardApi';

const HEADINGS = [
  'Entity',
  'Title',
  'Owners',
  'Systems',
  'Level',
  'Score',
  'Passed',
  'Failed',
  'Unknown',
  'Exempt',
  'Does not apply',
  'Level since',
  'Evaluated',
];

/** Reads all results that fit a query, as cells of a spreadsheet. */
export function useReadResultCells(query: ResultQuery) {
  const api = useApi(scorecardApiRef);
  return async (): Promise<CsvCell[][]> => {
    const { items } = await readAllPages(page =>
      api.listResults({ ...query, ...page }),
    );
    return [
      HEADINGS,
      ...items.map(result => [
        result.entityRef,
        result.entityTitle,
        result.ownerRefs.join(' '),
        result.systemRefs.join(' '),
        result.level,
        result.score,
        result.pass,
        result.fail,
        result.unknown,
        result.exempt,
        result.notApplicable,
        result.levelSince,
        result.evaluatedAt,
      ]),
    ];
  };
}
