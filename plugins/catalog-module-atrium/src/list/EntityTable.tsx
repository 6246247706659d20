import { Checkbox } from '@backstage/ui';
import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import {
  ColumnHeader,
  InColumns,
  scorecardHint,
  StarButton,
  type TableSort,
} from '@atrium/ui';
import { t } from '../translation';
import { type ColumnId, columnTitle, HIGHEST_FIRST } from './columnIds';
import { EntityFact } from './EntityFact';
import { EntityName } from './EntityName';
import styles from './EntityTable.module.css';
import type { RowMarks } from './RowMarks';

/** What a name column is called, where the rest goes by its title. */
const NAME = {
  id: 'name',
  get title() {
    return t('entityTable.name');
  },
};

/** Columns whose figures are compared by their digits. */
const NUMBERS: readonly ColumnId[] = ['cost'];

/** Props of {@link EntityTable}. */
export interface EntityTableProps {
  label: string;
  rows: EntityRow[];
  columns: readonly ColumnId[];
  isSortable(column: ColumnId): boolean;
  sort: TableSort | undefined;
  onSort(sort: TableSort | undefined): void;
  marks: RowMarks;
}

/** The list where there is room for columns. */
export function EntityTable(props: EntityTableProps) {
  const { label, rows, columns, isSortable, sort, onSort, marks } = props;
  const scorecard = scorecardHint(rows);
  const chosen = rows.filter(row => marks.isSelected(row));
  return (
    <InColumns.Provider value>
      <div className={styles.frame}>
        <table className={styles.table} aria-label={label}>
          <thead>
            <tr>
              <th scope="col" className={styles.narrow}>
                <Checkbox
                  aria-label={t('entityTable.selectAllOnThisPage')}
                  isSelected={rows.length > 0 && chosen.length === rows.length}
                  isIndeterminate={
                    chosen.length > 0 && chosen.length < rows.length
                  }
                  onChange={isSelected => marks.select(rows, isSelected)}
                />
              </th>
              <ColumnHeader column={NAME} sort={sort} onSort={onSort} />
              {columns.map(id => (
                <ColumnHeader
                  key={id}
                  column={{
                    id,
                    title: columnTitle(id, rows),
                    hint: id === 'level' ? scorecard : undefined,
                    isNumber: NUMBERS.includes(id),
                    isHighestFirst: HIGHEST_FIRST.includes(id),
                  }}
                  sort={sort}
                  onSort={isSortable(id) ? onSort : undefined}
                />
              ))}
              <th scope="col" className={styles.narrow}>
                <span className={styles.unseen}>{t('entityTable.star')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.entityRef} data-selected={marks.isSelected(row)}>
                <td className={styles.narrow}>
                  <Checkbox
                    aria-label={t('entityTable.select', {
                      title: row.title ?? row.name,
                    })}
                    isSelected={marks.isSelected(row)}
                    onChange={isSelected => marks.select([row], isSelected)}
                  />
                </td>
                <th scope="row" className={styles.name}>
                  <EntityName row={row} />
                </th>
                {columns.map(column => (
                  <td
                    key={column}
                    data-column={column}
                    className={
                      NUMBERS.includes(column) ? styles.number : undefined
                    }
                  >
                    <EntityFact
                      row={row}
                      column={column}
                      namesScorecard={scorecard !== undefined}
                    />
                  </td>
                ))}
                <td className={styles.narrow}>
                  <StarButton
                    title={row.title ?? row.name}
                    isStarred={marks.isStarred(row)}
                    onToggle={() => marks.toggleStar(row)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </InColumns.Provider>
  );
}
