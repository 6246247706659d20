import type { ReactNode } from 'react';
import styles from './shared.module.css';

/** One column of a {@link DataTable}. */
export interface DataColumn<T> {
  title: string;
  cell(item: T): ReactNode;
  isNumber?: boolean;
}

/** Props of {@link DataTable}. */
export interface DataTableProps<T> {
  label: string;
  columns: DataColumn<T>[];
  items: T[];
  keyOf(item: T): string;
}

/**
 * A plain table of facts.
 *
 * @remarks Backstage UI's table is for lists one sorts, selects and pages; these
 * are short, in the order that matters, and hold links of their own.
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, columns, items, keyOf } = props;
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
            {columns.map(({ title, isNumber }) => (
              <th
                key={title}
                scope="col"
                className={isNumber ? styles.number : undefined}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(item => (
            <tr key={keyOf(item)}>
              {columns.map(({ title, cell, isNumber }) => (
                <td
                  key={title}
                  className={isNumber ? styles.number : undefined}
                >
                  {cell(item)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
