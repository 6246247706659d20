/** Which column a table is sorted by. */
export interface TableSort {
  columnId: string;
  isDescending: boolean;
}

/** What of a column matters for sorting. */
export interface SortableColumn<T> {
  title: string;
  /** What the title leaves open. */
  hint?: string;
  id?: string;
  sortBy?(item: T): string | number;
  /** Whether the first click puts the highest first: for costs and dates. */
  isHighestFirst?: boolean;
}

/** What a {@link TableSort} calls a column. */
export function columnId(column: { title: string; id?: string }): string {
  return column.id ?? column.title;
}

/**
 * The items in the order of a column: numbers by their size, texts as people
 * sort them, as they were where no column is named.
 */
export function sortItems<T>(
  items: T[],
  columns: SortableColumn<T>[],
  sort: TableSort | undefined,
): T[] {
  const sortBy = columns.find(
    column => columnId(column) === sort?.columnId,
  )?.sortBy;
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
