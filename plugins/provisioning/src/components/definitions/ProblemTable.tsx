import { type FileProblem } from '@atrium/common/yaml';
import {
  type DataColumn,
  DataTable,
  SafeLink,
  Section,
  textStyles,
} from '@atrium/ui';
import { t } from '../../translation';

const COLUMNS: DataColumn<FileProblem>[] = [
  {
    get title() {
      return t('problemTable.file');
    },
    cell: ({ source, line, column }) => (
      <>
        <SafeLink href={source}>
          <span className={textStyles.mono}>{source}</span>
        </SafeLink>
        {line !== undefined && (
          <div className={textStyles.muted}>
            {column === undefined
              ? t('problemTable.line', { line })
              : t('problemTable.lineAndColumn', { line, column })}
          </div>
        )}
      </>
    ),
  },
  {
    get title() {
      return t('problemTable.problem');
    },
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
    <Section title={t('problemTable.problems')}>
      <p className={textStyles.text}>
        {t('problemTable.theseFilesCannotBeRead')}
      </p>
      <DataTable
        label={t('problemTable.problemsOfDefinitions')}
        columns={COLUMNS}
        items={problems}
        keyOf={({ source, line, column, message }) =>
          [source, line, column, message].join(' ')
        }
      />
    </Section>
  );
}
