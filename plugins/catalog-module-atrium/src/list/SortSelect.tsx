import { FilterSelect, type TableSort } from '@atrium/ui';
import { t } from '../translation';
import { type ColumnId, COLUMN_TITLES, HIGHEST_FIRST } from './columnIds';

/** Props of {@link SortSelect}. */
export interface SortSelectProps {
  /** Those that can be sorted. */
  columns: readonly ColumnId[];
  sort: TableSort | undefined;
  onSort(sort: TableSort | undefined): void;
}

/** Sorts cards, which have no headings to click. */
export function SortSelect({ columns, sort, onSort }: SortSelectProps) {
  return (
    <FilterSelect
      label={t('sortSelect.sortBy')}
      anyLabel={t('sortSelect.name')}
      options={columns.map(id => ({ value: id, label: COLUMN_TITLES[id] }))}
      value={sort && sort.columnId !== 'name' ? sort.columnId : undefined}
      onChange={columnId =>
        onSort(
          columnId === undefined
            ? undefined
            : {
                columnId,
                isDescending: HIGHEST_FIRST.some(id => id === columnId),
              },
        )
      }
    />
  );
}
