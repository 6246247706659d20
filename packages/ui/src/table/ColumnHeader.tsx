import { RiArrowUpLine } from '@remixicon/react';
import styles from './DataTable.module.css';
import { columnId, type SortableColumn, type TableSort } from './sortItems';

/** Props of {@link ColumnHeader}. */
export interface ColumnHeaderProps<T> {
  column: SortableColumn<T> & { isNumber?: boolean };
  /** Of the table, by whichever column. */
  sort: TableSort | undefined;
  /** Without it the title is only a title. */
  onSort?(sort: TableSort | undefined): void;
}

/** The title of a column, and the way to sort by it. */
export function ColumnHeader<T>(props: ColumnHeaderProps<T>) {
  const { column, onSort } = props;
  const { isHighestFirst = false } = column;
  const id = columnId(column);
  const sort = props.sort?.columnId === id ? props.sort : undefined;
  return (
    <th
      scope="col"
      className={column.isNumber ? styles.number : undefined}
      data-column={id}
      data-number={column.isNumber}
      aria-sort={sort && (sort.isDescending ? 'descending' : 'ascending')}
    >
      {onSort ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() =>
            onSort(nextSort(id, { sort, startsDescending: isHighestFirst }))
          }
        >
          {column.title}
          <RiArrowUpLine size={14} aria-hidden="true" />
        </button>
      ) : (
        column.title
      )}
      {column.hint && <span className={styles.hint}> {column.hint}</span>}
    </th>
  );
}

/** One direction, then the other, then as it was. */
function nextSort(
  id: string,
  options: { sort: TableSort | undefined; startsDescending: boolean },
): TableSort | undefined {
  const { sort, startsDescending } = options;
  if (!sort) {
    return { columnId: id, isDescending: startsDescending };
  }
  return sort.isDescending === startsDescending
    ? { columnId: id, isDescending: !startsDescending }
    : undefined;
}
