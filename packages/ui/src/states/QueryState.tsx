import { type ReactNode, useState } from 'react';
import { ErrorState } from './ErrorState';
import { LoadingState } from './LoadingState';
import styles from './states.module.css';

/** What a view needs of a query; `useQuery` of TanStack Query gives it. */
export interface ViewQuery<T> {
  data: T | undefined;
  error: Error | null;
  /** Whether it has had an answer, or has failed, before. */
  isFetched?: boolean;
  /** Whether the data is the answer to what was asked before. */
  isPlaceholderData?: boolean;
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
 * fails: yesterday's figures are better than none, and nothing jumps. So does what went
 * wrong while a query tries again by itself. Data of what was asked before, such as
 * another team, is dimmed and marked as busy until the answer is there.
 */
export function QueryState<T>(props: QueryStateProps<T>) {
  const { query, isEmpty, empty, loading, children } = props;
  const [lastError, setLastError] = useState<Error | null>(null);
  const [retriedError, setRetriedError] = useState<Error | null>(null);
  if (query.error && query.error !== lastError) {
    setLastError(query.error);
  }
  if (query.data !== undefined) {
    return (
      <div className={styles.data} aria-busy={query.isPlaceholderData ?? false}>
        {isEmpty?.(query.data) ? empty : children(query.data)}
      </div>
    );
  }
  const keptError =
    query.isFetched && lastError !== retriedError ? lastError : null;
  const error = query.error ?? keptError;
  if (error) {
    const retry = () => {
      setRetriedError(error);
      void query.refetch();
    };
    return <ErrorState error={error} onRetry={retry} />;
  }
  return <LoadingState>{loading}</LoadingState>;
}
