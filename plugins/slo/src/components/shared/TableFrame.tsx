import type { ReactNode } from 'react';
import styles from './shared.module.css';

/** Props of {@link TableFrame}. */
export interface TableFrameProps {
  label: string;
  columns: string[];
  /** The rows. */
  children: ReactNode;
}

/** A short table of facts that scrolls where it is too wide. */
export function TableFrame({ label, columns, children }: TableFrameProps) {
  return (
    <div
      className={styles.scroll}
      // A wide table has to scroll by keyboard too.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(title => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
