import { Button, useBreakpoint } from '@backstage/ui';
import {
  type EntityList,
  type EntityListQuery,
  entitySortSchema,
} from '@atrium/plugin-entity-summary-common';
import { CsvButton, ListBar, type TableSort } from '@atrium/ui';
import { useColumnChoice } from '../hooks/useColumnChoice';
import type { CostRight } from '../hooks/useCostRight';
import { useListExport } from '../hooks/useListExport';
import { useRowMarks } from '../hooks/useRowMarks';
import { t } from '../translation';
import { catalogKind } from './catalogKinds';
import styles from './CatalogList.module.css';
import { CatalogPager } from './CatalogPager';
import { type CatalogState, isNarrowed } from './catalogState';
import type { ColumnId } from './columnIds';
import { ColumnMenu } from './ColumnMenu';
import { countSentence } from './countSentence';
import { EntityCards } from './EntityCards';
import { EntityTable } from './EntityTable';
import { SelectionBar } from './SelectionBar';
import { SortSelect } from './SortSelect';
import { PAGE_SIZE } from './toListQuery';

/** Props of {@link CatalogList}. */
export interface CatalogListProps {
  state: CatalogState;
  list: EntityList;
  /** What the list was asked by. */
  request: EntityListQuery | undefined;
  sort: TableSort | undefined;
  /** Undefined while it is not known. */
  costRight: CostRight | undefined;
  onSort(sort: TableSort | undefined): void;
  onPage(after: string[]): void;
  /** Takes away all that narrows the list. */
  onClear(): void;
}

/** What there is to see, and what can be done with it. */
export function CatalogList(props: CatalogListProps) {
  const { state, list, request, sort, costRight } = props;
  const { onSort, onPage, onClear } = props;
  const { items, totalItems, nextCursor } = list;
  const kind = catalogKind(state.kind);
  const isNarrow = useBreakpoint().down('md');
  const exportList = useListExport();
  const { marks, selected } = useRowMarks(state.kind);
  const { shown, choose } = useColumnChoice(kind);
  // Owners see the cost of what is theirs, whatever else they may see.
  const canSeeCost =
    costRight?.canSeeAll || items.some(({ cost }) => cost !== undefined);
  const isAllowed = (column: ColumnId) => column !== 'cost' || canSeeCost;
  const isSortable = (column: ColumnId) =>
    entitySortSchema.safeParse(column).success &&
    (column !== 'cost' || costRight?.canSort === true);
  const columns = shown.filter(isAllowed);
  return (
    <>
      <div className={styles.bar}>
        {selected.length > 0 ? (
          <SelectionBar rows={selected} marks={marks} />
        ) : (
          <ListBar summary={countSentence(totalItems, kind)}>
            {isNarrowed(state) && (
              <Button variant="tertiary" size="small" onPress={onClear}>
                {t('catalogList.clearFilters')}
              </Button>
            )}
            {isNarrow && (
              <SortSelect
                columns={columns.filter(isSortable)}
                sort={sort}
                onSort={onSort}
              />
            )}
            <ColumnMenu
              columns={kind.columns.filter(isAllowed)}
              shown={columns}
              onChoose={choose}
            />
            <CsvButton
              name="catalog"
              readRows={() => exportList(request ?? {})}
            />
          </ListBar>
        )}
      </div>
      {isNarrow ? (
        <EntityCards
          label={kind.title}
          rows={items}
          columns={columns}
          marks={marks}
        />
      ) : (
        <EntityTable
          label={kind.title}
          rows={items}
          columns={columns}
          isSortable={isSortable}
          sort={sort}
          onSort={onSort}
          marks={marks}
        />
      )}
      {(totalItems > PAGE_SIZE || state.after.length > 0) && (
        <CatalogPager
          after={state.after}
          shownCount={items.length}
          totalCount={totalItems}
          request={request}
          nextCursor={nextCursor}
          onPage={onPage}
        />
      )}
    </>
  );
}
