import type { Score } from '@atrium/plugin-provisioning-common';
import { type DataColumn, DataTable, textStyles } from '@atrium/ui';

type Problem = Score['problems'][number];

const COLUMNS: DataColumn<Problem>[] = [
  {
    title: 'Line',
    isNumber: true,
    cell: ({ line, column }) =>
      line === undefined ? '' : [line, column].join(':'),
  },
  {
    title: 'Problem',
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
      <p className={textStyles.text}>
        The file does not say clearly what the component needs. Put right what
        is listed here and push it.
      </p>
      <DataTable
        label="Problems of the Score file"
        columns={COLUMNS}
        items={problems}
        keyOf={({ line, column, message }) => [line, column, message].join(' ')}
      />
    </>
  );
}
