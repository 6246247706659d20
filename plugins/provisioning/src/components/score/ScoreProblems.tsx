import type { Score } from '@atrium/plugin-provisioning-common';
import { type DataColumn, DataTable, textStyles } from '@atrium/ui';
import { t } from '../../translation';

type Problem = Score['problems'][number];

const COLUMNS: DataColumn<Problem>[] = [
  {
    get title() {
      return t('scoreProblems.line');
    },
    isNumber: true,
    cell: ({ line, column }) =>
      line === undefined ? '' : [line, column].join(':'),
  },
  {
    get title() {
      return t('scoreProblems.problem');
    },
    cell: ({ message, path }) => (
      <>
        {message}
        {path && <div className={textStyles.mono}>{path}</div>}
      </>
    ),
  },
];

/** Why a Score file cannot be followed. */
export function ScoreProblems({ problems }: { problems: Problem[] }) {
  return (
    <>
      <p className={textStyles.text}>{t('scoreProblems.theFileDoesNotSay')}</p>
      <DataTable
        label={t('scoreProblems.problemsOfTheScoreFile')}
        columns={COLUMNS}
        items={problems}
        keyOf={({ line, column, message }) => [line, column, message].join(' ')}
      />
    </>
  );
}
