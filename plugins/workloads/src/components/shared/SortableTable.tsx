import type { ReactNode } from 'react';
import { RiArrowUpLine } from '@remixicon/react';
import styles from './SortableTable.module.css';

/** One column of a {@link SortableTable}. */
export interface TableColumn<T> {
  id: string;
  title: string;
  cell(item: T): ReactNode;
  isNumber?: boolean;
  /** What the column is sorted by; without it, it cannot be. */
  sortBy?(item: T): string | number;
}

/** Which column a table is sorted by. */
export interface TableSort {
  columnId: string;
  isDescending: boolean;
}

/** Props of {@link SortableTable}. */
export interface SortableTableProps<T> {
  label: string;
  columns: TableColumn<T>[];
  /** In the order that they have unless they are sorted. */
  items: T[];
  keyOf(item: T): string;
  sort?: TableSort;
  /** Without it the table keeps its order. */
  onSort?(sort: TableSort | undefined): void;
  /** How many of them are shown; all when undefined. */
  limit?: number;
}

/**
 * A table of facts, sorted by a column where that helps.
 *
 * @remarks A third click on a column brings back the order of the items.
 */
export function SortableTable<T>(props: SortableTableProps<T>) {
  const { label, columns, items, keyOf, sort, onSort, limit } = props;
  const shown = sortItems(items, columns, sort).slice(0, limit);
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
            {columns.map(column => (
              <ColumnHeader
                key={column.id}
                column={column}
                sort={sort?.columnId === column.id ? sort : undefined}
                onSort={column.sortBy && onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(item => (
            <tr key={keyOf(item)}>
              {columns.map(({ id, cell, isNumber }) => (
                <td key={id} className={isNumber ? styles.number : undefined}>
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

function ColumnHeader<T>(props: {
  column: TableColumn<T>;
  sort: TableSort | undefined;
  onSort: SortableTableProps<T>['onSort'];
}) {
  const { column, sort, onSort } = props;
  const { id, title, isNumber } = column;
  return (
    <th
      scope="col"
      className={isNumber ? styles.number : undefined}
      aria-sort={sort && (sort.isDescending ? 'descending' : 'ascending')}
    >
      {onSort ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() => onSort(nextSort(id, sort))}
        >
          {title}
          <RiArrowUpLine size={14} aria-hidden="true" />
        </button>
      ) : (
        title
      )}
    </th>
  );
}

function nextSort(
  columnId: string,
  sort: TableSort | undefined,
): TableSort | undefined {
  if (!sort) {
    return { columnId, isDescending: false };
  }
  return sort.isDescending ? undefined : { columnId, isDescending: true };
}

function sortItems<T>(
  items: T[],
  columns: TableColumn<T>[],
  sort: TableSort | undefined,
): T[] {
  const sortBy = columns.find(({ id }) => id === sort?.columnId)?.sortBy;
  if (!sort || !sortBy) {
    return items;
  }
  const direction = sort.isDescending ? -1 : 1;
  return [...items].sort((a, b) => direction * compare(sortBy(a), sortBy(b)));
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), 'en', { numeric: true });
}
