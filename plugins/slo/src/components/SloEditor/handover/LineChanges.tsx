import { lineChanges } from '../state/lineChanges';
import styles from './LineChanges.module.css';

/** Props of {@link LineChanges}. */
export interface LineChangesProps {
  label: string;
  before: string;
  after: string;
}

const SIGNS = { added: '+', removed: '−', same: '' };
const WORDS = { added: 'added', removed: 'removed', same: '' };

/** What a change does to a file, line by line. */
export function LineChanges({ label, before, after }: LineChangesProps) {
  const hunks = lineChanges(before, after);
  return (
    <div
      className={styles.changes}
      role="region"
      aria-label={label}
      // Long lines have to scroll by keyboard too.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead className={styles.head}>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Change</th>
            <th scope="col">Text</th>
          </tr>
        </thead>
        {hunks.map(lines => (
          <tbody key={`${lines[0]?.kind} ${lines[0]?.line}`}>
            {lines.map(({ kind, text, line }) => (
              <tr key={`${kind} ${line}`} data-kind={kind}>
                <td className={styles.line}>{line}</td>
                <td className={styles.sign}>
                  <span aria-hidden="true">{SIGNS[kind]}</span>
                  <span className={styles.head}>{WORDS[kind]}</span>
                </td>
                <td className={styles.text}>{text}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
