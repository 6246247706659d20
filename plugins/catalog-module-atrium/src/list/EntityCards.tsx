import { Checkbox } from '@backstage/ui';
import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import { StarButton } from '@atrium/ui';
import { t } from '../translation';
import { type ColumnId, columnTitle } from './columnIds';
import styles from './EntityCards.module.css';
import { EntityFact } from './EntityFact';
import { EntityName } from './EntityName';
import type { RowMarks } from './RowMarks';

/** What a card says only where there is something to say. */
const OPTIONAL: Partial<Record<ColumnId, (row: EntityRow) => boolean>> = {
  type: row => row.type !== undefined,
  owner: row => row.ownerRef !== undefined,
  system: row => row.systemRef !== undefined,
  level: row => row.level !== undefined,
  cost: row => row.cost !== undefined,
  lifecycle: row => row.lifecycle !== undefined,
  deployedAt: row => row.deployedAt !== undefined,
  tags: row => row.tags.length > 0,
};

/** Props of {@link EntityCards}. */
export interface EntityCardsProps {
  label: string;
  rows: EntityRow[];
  columns: readonly ColumnId[];
  marks: RowMarks;
}

/** The list where there is no room for columns. */
export function EntityCards(props: EntityCardsProps) {
  const { label, rows, columns, marks } = props;
  return (
    <ul className={styles.cards} aria-label={label}>
      {rows.map(row => (
        <li
          key={row.entityRef}
          className={styles.card}
          data-selected={marks.isSelected(row)}
        >
          <div className={styles.head}>
            <Checkbox
              aria-label={t('entityCards.select', {
                title: row.title ?? row.name,
              })}
              isSelected={marks.isSelected(row)}
              onChange={isSelected => marks.select([row], isSelected)}
            />
            <EntityName row={row} />
            <StarButton
              title={row.title ?? row.name}
              isStarred={marks.isStarred(row)}
              onToggle={() => marks.toggleStar(row)}
            />
          </div>
          <dl className={styles.facts}>
            {columns
              .filter(column => OPTIONAL[column]?.(row) ?? true)
              .map(column => (
                <div key={column} className={styles.fact} data-column={column}>
                  <dt>{columnTitle(column, [row])}</dt>
                  <dd>
                    <EntityFact row={row} column={column} />
                  </dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
