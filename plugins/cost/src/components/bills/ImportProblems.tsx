import type { ImportReport } from '@atrium/plugin-cost-common';
import {
  type DataColumn,
  DataTable,
  formatNumber,
  Section,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import styles from '../shared/shared.module.css';

type Problem = ImportReport['problems'][number];

const COLUMNS: DataColumn<Problem>[] = [
  {
    title: 'Severity',
    cell: ({ severity }) => (
      <StatusBadge status={severity === 'error' ? 'bad' : 'warning'}>
        {severity === 'error' ? 'Error' : 'Warning'}
      </StatusBadge>
    ),
  },
  {
    title: 'What is wrong',
    cell: ({ message, rule }) => (
      <span className={styles.stack}>
        {message}
        <span className={textStyles.muted}>{rule}</span>
      </span>
    ),
  },
  {
    title: 'Column',
    cell: ({ column }) =>
      column ? (
        <code className={textStyles.mono}>{column}</code>
      ) : (
        <span className={textStyles.muted}>The row</span>
      ),
  },
  {
    title: 'Rows',
    isNumber: true,
    cell: ({ rowCount }) => formatNumber(rowCount),
  },
  {
    title: 'Examples',
    cell: ({ examples }) => (
      <span className={styles.stack}>
        {examples.map(({ file, row, value }) => (
          <span key={`${file} ${row}`}>
            {file && `${file}, `}row {formatNumber(row)}
            {value !== undefined && (
              <>
                : <code className={textStyles.mono}>{value}</code>
              </>
            )}
          </span>
        ))}
      </span>
    ),
  },
];

/** The rules of the format that rows of a file break. */
export function ImportProblems({ report }: { report: ImportReport }) {
  return (
    <Section title="Problems">
      {report.problems.length === 0 ? (
        <StatusBadge status="good">
          It keeps to all rules that are checked
        </StatusBadge>
      ) : (
        <>
          <p className={textStyles.muted}>
            Errors refuse the whole file; warnings do not. Rows are counted
            without the line of the names.
          </p>
          <DataTable
            label="Problems of the file"
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
