import type { ApiRow } from './ApiRow';

/** The columns that APIs can be sorted by. */
export const SORT_COLUMNS = [
  'name',
  'type',
  'system',
  'owner',
  'provider',
  'consumers',
  'lifecycle',
] as const;

/** A column that APIs can be sorted by. */
export type SortColumn = (typeof SORT_COLUMNS)[number];

/** In which order APIs are listed. */
export interface ApiSort {
  column: SortColumn;
  direction: 'ascending' | 'descending';
}

/** APIs in the order of a column; those without a value come last. */
export function sortApis(rows: ApiRow[], sort: ApiSort): ApiRow[] {
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [first, second] = [a, b].map(row => keyOf(row, sort.column));
    if (first === '' || second === '') {
      return Number(first === '') - Number(second === '');
    }
    return sign * compare(first, second) || a.title.localeCompare(b.title);
  });
}

function compare(first: string | number, second: string | number): number {
  return typeof first === 'number' && typeof second === 'number'
    ? first - second
    : String(first).localeCompare(String(second));
}

function keyOf(row: ApiRow, column: SortColumn): string | number {
  switch (column) {
    case 'name':
      return row.title;
    case 'type':
      return row.typeTitle;
    case 'system':
      return row.system?.title ?? '';
    case 'owner':
      return row.owner?.title ?? '';
    case 'provider':
      return row.providers[0]?.title ?? '';
    case 'consumers':
      return row.consumerCount;
    case 'lifecycle':
      return row.lifecycle;
    default:
      return column satisfies never;
  }
}
