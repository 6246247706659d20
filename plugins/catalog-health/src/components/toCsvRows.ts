import type { CsvCell } from '@atrium/common';
import type { Problem } from '@atrium/plugin-catalog-health-common';
import { t } from '../translation';

/** The list for a spreadsheet, headings first. */
export function toCsvRows(problems: Problem[]): CsvCell[][] {
  return [
    [
      t('toCsvRows.severity'),
      t('toCsvRows.problem'),
      t('toCsvRows.repository'),
      t('toCsvRows.file'),
      t('toCsvRows.line'),
      t('toCsvRows.entity'),
      t('toCsvRows.team'),
      t('toCsvRows.message'),
      t('toCsvRows.advice'),
      t('toCsvRows.firstSeen'),
      t('toCsvRows.lastSeen'),
      'URL',
    ],
    ...problems.map(problem => [
      problem.severity,
      problem.kind,
      problem.repository,
      problem.path,
      problem.line ?? '',
      problem.entityRef ?? '',
      problem.ownerRef,
      problem.message,
      problem.advice,
      problem.firstSeenAt,
      problem.lastSeenAt,
      problem.url ?? '',
    ]),
  ];
}
