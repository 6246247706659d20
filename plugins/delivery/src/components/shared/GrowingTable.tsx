import type { ReactNode } from 'react';
import {
  DataTable,
  type DataTableProps,
  QueryState,
  ViewSkeleton,
  type ViewQuery,
} from '@atrium/ui';
import type { Page } from '@atrium/common';
import { ShowMore } from './ShowMore';

/** Props of {@link GrowingTable}. */
export interface GrowingTableProps<T>
  extends Pick<DataTableProps<T>, 'label' | 'columns' | 'keyOf'> {
  query: ViewQuery<Page<T>>;
  /** Shown when there is no item. */
  empty: ReactNode;
  /** How many items the query asks for. */
  limit: number;
  onLimit(limit: number): void;
}

/** A list from the backend as a table, of which one can see more. */
export function GrowingTable<T>(props: GrowingTableProps<T>) {
  const { query, empty, limit, onLimit, ...table } = props;
  return (
    <QueryState
      query={query}
      isEmpty={({ items }) => items.length === 0}
      empty={empty}
      loading={<ViewSkeleton height={260} />}
    >
      {page => (
        <div>
          <DataTable {...table} items={page.items} />
          <ShowMore page={page} limit={limit} onChange={onLimit} />
        </div>
      )}
    </QueryState>
  );
}
