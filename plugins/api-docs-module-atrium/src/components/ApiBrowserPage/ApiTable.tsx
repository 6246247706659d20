import { useMemo } from 'react';
import { Table, useBreakpoint } from '@backstage/ui';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { ApiRow } from '../../browser/ApiRow';
import type { BrowserState } from '../../browser/BrowserState';
import { type ApiSort, SORT_COLUMNS } from '../../browser/sortApis';
import { apiColumns } from './apiColumns';
import styles from './ApiBrowserPage.module.css';

const PAGE_SIZE = 25;

/** Props of {@link ApiTable}. */
export interface ApiTableProps {
  rows: ApiRow[];
  /** Marked where they are found. */
  words: string[];
  sort?: ApiSort;
  /** Counted from 1. */
  page: number;
  onChange(change: Partial<BrowserState>): void;
}

/** One page of APIs; a row opens the definition. */
export function ApiTable(props: ApiTableProps) {
  const { rows, words, sort, page, onChange } = props;
  const linkTo = useEntityRefLink();
  const { down } = useBreakpoint();
  const isNarrow = down('md');
  const columns = useMemo(
    () => apiColumns({ words, linkTo, isNarrow }),
    [words, linkTo, isNarrow],
  );
  const shownPage = Math.min(page, Math.ceil(rows.length / PAGE_SIZE));
  const offset = (shownPage - 1) * PAGE_SIZE;

  return (
    <div className={styles.frame}>
      <Table
        columnConfig={columns}
        data={rows.slice(offset, offset + PAGE_SIZE)}
        rowConfig={{ getHref: row => definitionPath(linkTo(row.id)) }}
        sort={{
          descriptor: sort ?? null,
          onSortChange: ({ column, direction }) => {
            const known = SORT_COLUMNS.find(name => name === column);
            onChange({ sort: known && { column: known, direction } });
          },
        }}
        pagination={
          rows.length <= PAGE_SIZE
            ? { type: 'none' }
            : {
                type: 'page',
                pageSize: PAGE_SIZE,
                pageSizeOptions: [],
                offset,
                totalCount: rows.length,
                hasPreviousPage: offset > 0,
                hasNextPage: offset + PAGE_SIZE < rows.length,
                onPreviousPage: () => onChange({ page: shownPage - 1 }),
                onNextPage: () => onChange({ page: shownPage + 1 }),
              }
        }
      />
    </div>
  );
}

/** The tab on which the definition is. */
function definitionPath(entityPath: string): string {
  return `${entityPath}/definition`;
}
