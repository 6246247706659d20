import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState';
import { LoadingState } from './LoadingState';

/** What a view needs of a query; `useQuery` of TanStack Query gives it. */
export interface ViewQuery<T> {
  data: T | undefined;
  error: Error | null;
  refetch(): unknown;
}

/** Props of {@link QueryState}. */
export interface QueryStateProps<T> {
  query: ViewQuery<T>;
  /** Says that the data holds nothing to show. */
  isEmpty?(data: T): boolean;
  /** Shown then. */
  empty?: ReactNode;
  /** Shown while there is no data; takes the room that the data will. */
  loading?: ReactNode;
  children(data: T): ReactNode;
}

/**
 * The four states of a view: loading, empty, error and ready.
 *
 * @remarks Data that is there stays while it is fetched again, even when that
 * fails: yesterday's figures are better than none, and nothing jumps.
 */
export function QueryState<T>(props: QueryStateProps<T>) {
  const { query, isEmpty, empty, loading, children } = props;
  if (query.data !== undefined) {
    return <>{isEmpty?.(query.data) ? empty : children(query.data)}</>;
  }
  if (query.error) {
    return (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  return <LoadingState>{loading}</LoadingState>;
}
