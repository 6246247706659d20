import type { ReactNode } from 'react';
import type { Page } from '@atrium/common';
import { t } from '../translation';
import { ListBar } from '../layout/ListBar';
import { EmptyState, type EmptyStateProps } from '../states/EmptyState';
import { QueryState, type ViewQuery } from '../states/QueryState';
import { type DataColumn, DataTable } from './DataTable';
import { ViewSkeleton } from '../states/ViewSkeleton';

/** Props of {@link NewestTable}. */
export interface NewestTableProps<T> {
  query: ViewQuery<Page<T>>;
  columns: DataColumn<T>[];
  keyOf(item: T): string;
  /** What the table is called: `Requests, newest first`. */
  label: string;
  /** A number of them in words: `12 requests`. */
  countText(count: number): string;
  /** Said where there is none. */
  empty: EmptyStateProps;
  /** What can be done with the list, such as a `CsvButton`. */
  children?: ReactNode;
}

/** The newest of something, of which there may be more than one reads. */
export function NewestTable<T>(props: NewestTableProps<T>) {
  const { query, columns, keyOf, label, countText, empty, children } = props;
  return (
    <QueryState
      query={query}
      isEmpty={({ items }) => items.length === 0}
      empty={<EmptyState {...empty} />}
      loading={<ViewSkeleton height={240} />}
    >
      {({ items, totalItems }) => (
        <>
          <ListBar
            summary={
              items.length < totalItems
                ? t('newestTable.newestOf', {
                    shown: items.length,
                    all: countText(totalItems),
                  })
                : countText(totalItems)
            }
          >
            {children}
          </ListBar>
          <DataTable
            label={label}
            columns={columns}
            items={items}
            keyOf={keyOf}
          />
        </>
      )}
    </QueryState>
  );
}
