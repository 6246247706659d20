import { Skeleton } from '@backstage/ui';
import type { SearchPageData } from '../queries/SearchPageData';
import type { SearchHit } from '../results/SearchHit';
import styles from './QuickSearchDialog.module.css';

export interface QuickSearchMessageProps {
  term: string;
  search: { data: SearchPageData | undefined; error: Error | null };
  /** The results are those of the term. */
  isCurrent: boolean;
  hits: SearchHit[];
}

/** What the list alone does not say: how to begin, and how it went. */
export function QuickSearchMessage(props: QuickSearchMessageProps) {
  const { term, search, isCurrent, hits } = props;
  const relaxedTerm = hits[0]?.relaxedTerm;
  if (term === '') {
    return (
      <div className={styles.message}>
        A name such as <code>payment-service</code>, an operation such as{' '}
        <code>POST /refunds</code>, words from the docs, or what you want to do:{' '}
        <code>deployments of payment-service</code>.
        <span className={styles.keys}>
          <kbd>↑</kbd> <kbd>↓</kbd> to choose, <kbd>Enter</kbd> to open,{' '}
          <kbd>Esc</kbd> to close
        </span>
      </div>
    );
  }
  if (!search.data && search.error) {
    return (
      <p className={styles.message} role="alert">
        The search did not answer: {search.error.message}
      </p>
    );
  }
  if (!search.data) {
    return (
      <div className={styles.loading} role="status" aria-label="Searching">
        {Array.from({ length: 4 }, (_, index) => (
          <Skeleton key={index} width="100%" height={40} />
        ))}
      </div>
    );
  }
  if (isCurrent && hits.length === 0) {
    return (
      <p className={styles.message} role="status">
        Nothing found for <q>{term}</q>. The beginning of a word is enough.
      </p>
    );
  }
  if (isCurrent && relaxedTerm !== undefined) {
    return (
      <p className={styles.message} role="status">
        Nothing has all of <q>{term}</q>. These are results for{' '}
        <strong>{relaxedTerm}</strong>.
      </p>
    );
  }
  return (
    <p className={styles.announcement} role="status">
      {isCurrent ? `${hits.length} results` : 'Searching'}
    </p>
  );
}
