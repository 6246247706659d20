import type { Scorecards } from '@atrium/plugin-scorecard-common';
import { type DataColumn, DataTable, NoValue, Section } from '@atrium/ui';
import { t } from '../../translation';

type Problem = Scorecards['problems'][number];

const COLUMNS: DataColumn<Problem>[] = [
  {
    get title() {
      return t('scorecardProblems.file');
    },
    cell: ({ source }) => source,
  },
  {
    get title() {
      return t('scorecardProblems.line');
    },
    isNumber: true,
    cell: ({ line }) => line ?? <NoValue />,
  },
  {
    get title() {
      return t('scorecardProblems.problem');
    },
    cell: ({ message }) => message,
  },
];

/** Props of {@link ScorecardProblems}. */
export interface ScorecardProblemsProps {
  problems: Problem[];
}

/** What is wrong with files of scorecards, and where. */
export function ScorecardProblems({ problems }: ScorecardProblemsProps) {
  return (
    <Section title={t('scorecardProblems.problemsInFiles')}>
      <DataTable
        label={t('scorecardProblems.problemsInFilesOfScorecards')}
        columns={COLUMNS}
        items={problems}
        keyOf={({ source, line, message }) => `${source} ${line} ${message}`}
      />
    </Section>
  );
}
