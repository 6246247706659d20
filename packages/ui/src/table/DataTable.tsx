import { type ReactNode, useState } from 'react';
import { Button } from '@backstage/ui';
import { formatNumber } from '@atrium/common';
import { t } from '../translation';
import { InColumns } from '../format/MoneyText';
import { ColumnHeader } from './ColumnHeader';
import { ScrollRegion } from '../layout/ScrollRegion';
import styles from './DataTable.module.css';
import textStyles from '../layout/text.module.css';
import { sortItems, type TableSort } from './sortItems';
import { useTableFit } from './useTableFit';

/** Pixels that a column should have. */
const COLUMN_WIDTH = 110;

/** One column of a {@link DataTable}. */
export interface DataColumn<T> {
  title: string;
  /** What the title leaves open, such as of which scorecard levels are. */
  hint?: string;
  /** What a {@link TableSort} calls it. Default: its title. */
  id?: string;
  cell(item: T): ReactNode;
  isNumber?: boolean;
  /** What the column is sorted by; without it, it cannot be. */
  sortBy?(item: T): string | number;
  /** Whether the first click puts the highest first: for costs and dates. */
  isHighestFirst?: boolean;
}

/** Props of {@link DataTable}. */
export interface DataTableProps<T> {
  label: string;
  columns: DataColumn<T>[];
  /** In the order that they have unless they are sorted. */
  items: T[];
  keyOf(item: T): string;
  sort?: TableSort;
  /** Without it the table keeps its order. */
  onSort?(sort: TableSort | undefined): void;
  /** How many of them are shown; all when undefined. */
  limit?: number;
  /** How many are shown at first, and how many more each time somebody asks. */
  step?: number;
}

/**
 * A table of facts, sorted by a column where that helps.
 *
 * @remarks Backstage UI's table is for lists one selects and pages; these are
 * short, in the order that matters, and hold links of their own. A third click
 * on a column brings back the order of the items. Where there is no room for all
 * columns, each row is a card.
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, columns, items, keyOf, sort, onSort, step } = props;
  const [steps, setSteps] = useState(1);
  const { place, hasRoom } = useTableFit();
  const limit = step === undefined ? props.limit : step * steps;
  const shown = sortItems(items, columns, sort).slice(0, limit);
  const table = (
    <InColumns.Provider value>
      <ScrollRegion ref={place} label={label} className={styles.scroll}>
        <table
          className={hasRoom ? styles.table : `${styles.table} ${styles.cards}`}
          // A row is a card rather than that every word is broken.
          style={{ minWidth: hasRoom ? columns.length * COLUMN_WIDTH : 0 }}
        >
          <thead>
            <tr>
              {columns.map(column => (
                <ColumnHeader
                  key={column.title}
                  column={column}
                  sort={sort}
                  onSort={column.sortBy && onSort}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(item => (
              <tr key={keyOf(item)}>
                {columns.map(({ title, hint, cell, isNumber }) => (
                  <td
                    key={title}
                    className={isNumber ? styles.number : undefined}
                    // In a card each fact says what it is.
                    data-title={hint ? `${title}: ${hint}` : title}
                  >
                    {cell(item)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </InColumns.Provider>
  );
  return step === undefined ? (
    table
  ) : (
    <div>
      {table}
      {items.length > shown.length && (
        <div className={`${textStyles.line} ${textStyles.muted}`}>
          <span role="status">
            {t('dataTable.ofShown', {
              shownCount: formatNumber(shown.length),
              itemsCount: formatNumber(items.length),
            })}
          </span>
          <Button
            variant="tertiary"
            size="small"
            onPress={() => setSteps(steps + 1)}
          >
            {t('dataTable.showMore')}
          </Button>
        </div>
      )}
    </div>
  );
}
