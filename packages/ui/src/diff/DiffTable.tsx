import { ScrollRegion } from '../layout/ScrollRegion';
import { t } from '../translation';
import styles from './DiffTable.module.css';

/** A line of a diff with where it is in the old and in the new text. */
export interface DiffLine {
  kind: 'same' | 'added' | 'removed';
  text: string;
  /** Absent for a line that was added. */
  oldLine?: number;
  /** Absent for a line that was removed. */
  newLine?: number;
}

/** Props of {@link DiffTable}. */
export interface DiffTableProps {
  label: string;
  /** What differs, with some lines around it. */
  hunks: DiffLine[][];
}

const SIGNS = { same: ' ', removed: '−', added: '+' };

/** What changed in a text, line by line. */
export function DiffTable({ label, hunks }: DiffTableProps) {
  return (
    <ScrollRegion label={label} className={styles.diff}>
      <table className={styles.table}>
        <thead className={styles.head}>
          <tr>
            <th scope="col">{t('diffTable.oldLine')}</th>
            <th scope="col">{t('diffTable.newLine')}</th>
            <th scope="col">{t('diffTable.text')}</th>
          </tr>
        </thead>
        {hunks.map(lines => (
          <tbody
            key={`${lines[0]?.oldLine} ${lines[0]?.newLine}`}
            className={styles.hunk}
          >
            {lines.map(line => (
              <Line key={`${line.oldLine} ${line.newLine}`} line={line} />
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}

function Line({ line }: { line: DiffLine }) {
  const { kind, text, oldLine, newLine } = line;
  return (
    <tr data-kind={kind}>
      <td className={styles.number}>{oldLine}</td>
      <td className={styles.number}>{newLine}</td>
      <td className={styles.text}>
        <span aria-hidden="true">{SIGNS[kind]} </span>
        {kind !== 'same' && (
          <span className={styles.hidden}>{t(`diffTable.${kind}`)}: </span>
        )}
        {text}
      </td>
    </tr>
  );
}
