import type { ImportReport } from '@atrium/plugin-cost-common';
import {
  type DataColumn,
  DataTable,
  formatNumber,
  readField,
  Section,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import { t } from '../../translation';
import styles from '../shared/shared.module.css';
import { ColumnName } from './ColumnName';

type Problem = ImportReport['problems'][number];

const COLUMNS: DataColumn<Problem>[] = [
  {
    get title() {
      return t('importProblems.severity');
    },
    cell: ({ severity }) => (
      <StatusBadge status={severity === 'error' ? 'bad' : 'warning'}>
        {severity === 'error'
          ? t('importProblems.error')
          : t('importProblems.warning')}
      </StatusBadge>
    ),
  },
  {
    get title() {
      return t('importProblems.whatIsWrong');
    },
    cell: problem => (
      <span className={styles.stack}>
        {readField(problem, 'message')}
        <span className={textStyles.muted}>{problem.rule}</span>
      </span>
    ),
  },
  {
    get title() {
      return t('importProblems.column');
    },
    cell: ({ column }) =>
      column ? (
        <ColumnName name={column} />
      ) : (
        <span className={textStyles.muted}>{t('importProblems.theRow')}</span>
      ),
  },
  {
    get title() {
      return t('importProblems.rows');
    },
    isNumber: true,
    // What is about the whole file is about none of its rows.
    cell: ({ rowCount }) => (rowCount === 0 ? null : formatNumber(rowCount)),
  },
  {
    get title() {
      return t('importProblems.examples');
    },
    cell: ({ examples }) => (
      <span className={styles.stack}>
        {examples.map(example => (
          <span key={`${example.file} ${example.row}`}>
            {example.file && `${example.file}, `}
            {t('importProblems.row', { row: example.row })}
            <ExampleValue example={example} />
          </span>
        ))}
      </span>
    ),
  },
];

function ExampleValue({ example }: { example: Problem['examples'][number] }) {
  const value = readField(example, 'value');
  return value === undefined ? null : (
    <>
      : <code className={textStyles.mono}>{value}</code>
    </>
  );
}

/** The rules of the format that rows of a file break. */
export function ImportProblems({ report }: { report: ImportReport }) {
  return (
    <Section title={t('importProblems.problems')}>
      {report.problems.length === 0 ? (
        <StatusBadge status="good">
          {t('importProblems.itKeepsToAllRules')}
        </StatusBadge>
      ) : (
        <>
          <p className={textStyles.muted}>
            {t('importProblems.errorsRefuseTheWholeFile')}
          </p>
          <DataTable
            label={t('importProblems.problemsOfTheFile')}
            columns={COLUMNS}
            items={report.problems}
            keyOf={({ rule, column, message }) =>
              `${rule} ${column} ${message}`
            }
          />
        </>
      )}
    </Section>
  );
}
