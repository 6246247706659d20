import { type FileProblem } from '@atrium/common/yaml';
import {
  type DataColumn,
  DataTable,
  SafeLink,
  Section,
  textStyles,
} from '@atrium/ui';

const COLUMNS: DataColumn<FileProblem>[] = [
  {
    title: 'File',
    cell: ({ source, line, column }) => (
      <>
        <SafeLink href={source}>
          <span className={textStyles.mono}>{source}</span>
        </SafeLink>
        {line !== undefined && (
          <div className={textStyles.muted}>
            line {line}
            {column !== undefined && `, column ${column}`}
          </div>
        )}
      </>
    ),
  },
  {
    title: 'Problem',
    cell: ({ path, message }) => (
      <>
        {message}
        {path && <div className={textStyles.mono}>{path}</div>}
      </>
    ),
  },
];

/** What is wrong with files; what was read last good stays in force. */
export function ProblemTable({ problems }: { problems: FileProblem[] }) {
  return (
    <Section title="Problems">
      <p className={textStyles.text}>
        These files cannot be read. What they said before stays in force until
        they are put right.
      </p>
      <DataTable
        label="Problems of definitions"
        columns={COLUMNS}
        items={problems}
        keyOf={({ source, line, column, message }) =>
          [source, line, column, message].join(' ')
        }
      />
    </Section>
  );
}
