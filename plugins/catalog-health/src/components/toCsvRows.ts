import type { CsvCell } from '@atrium/common';
import type { Problem } from '@atrium/plugin-catalog-health-common';

/** The list for a spreadsheet, headings first. */
export function toCsvRows(problems: Problem[]): CsvCell[][] {
  return [
    [
      'Severity',
      'Problem',
      'Repository',
      'File',
      'Line',
      'Entity',
      'Team',
      'Message',
      'Advice',
      'First seen',
      'Last seen',
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
