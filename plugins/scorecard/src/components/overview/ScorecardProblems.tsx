import type { Scorecards } from '@atrium/plugin-scorecard-common';
import { type DataColumn, DataTable, Section } from '@atrium/ui';

type Problem = Scorecards['problems'][number];

const COLUMNS: DataColumn<Problem>[] = [
  { title: 'File', cell: ({ source }) => source },
  { title: 'Line', isNumber: true, cell: ({ line }) => line ?? '–' },
  { title: 'Problem', cell: ({ message }) => message },
];

/** Props of {@link ScorecardProblems}. */
export interface ScorecardProblemsProps {
  problems: Problem[];
}

/** What is wrong with files of scorecards, and where. */
export function ScorecardProblems({ problems }: ScorecardProblemsProps) {
  return (
    <Section title="Problems in files">
      <DataTable
        label="Problems in files of scorecards"
        columns={COLUMNS}
        items={problems}
        keyOf={({ source, line, message }) => `${source} ${line} ${message}`}
      />
    </Section>
  );
}
