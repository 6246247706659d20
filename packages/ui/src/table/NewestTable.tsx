import type { ReactNode } from 'react';
import { Skeleton } from '@backstage/ui';
import type { Page } from '@atrium/common';
import { countWords } from '../format/countWords';
import { ListBar } from '../layout/ListBar';
import { EmptyState, type EmptyStateProps } from '../states/EmptyState';
import { QueryState, type ViewQuery } from '../states/QueryState';
import { type DataColumn, DataTable } from './DataTable';

/** Props of {@link NewestTable}. */
export interface NewestTableProps<T> {
  query: ViewQuery<Page<T>>;
  columns: DataColumn<T>[];
  keyOf(item: T): string;
  /** What each of them is, such as `request`. */
  noun: string;
  /** Said where there is none. */
  empty: EmptyStateProps;
  /** What can be done with the list, such as a `CsvButton`. */
  children?: ReactNode;
}

/** The newest of something, of which there may be more than one reads. */
export function NewestTable<T>(props: NewestTableProps<T>) {
  const { query, columns, keyOf, noun, empty, children } = props;
  return (
    <QueryState
      query={query}
      isEmpty={({ items }) => items.length === 0}
      empty={<EmptyState {...empty} />}
      loading={<Skeleton width="100%" height={240} />}
    >
      {({ items, totalItems }) => (
        <>
          <ListBar
            summary={
              items.length < totalItems
                ? `The newest ${items.length} of ${countWords(
                    totalItems,
                    noun,
                  )}`
                : countWords(totalItems, noun)
            }
          >
            {children}
          </ListBar>
          <DataTable
            label={`${noun.charAt(0).toUpperCase()}${noun.slice(
              1,
            )}s, newest first`}
            columns={columns}
            items={items}
            keyOf={keyOf}
          />
        </>
      )}
    </QueryState>
  );
}
