import { Skeleton } from '@backstage/ui';
import type { SearchPageData } from '../queries/SearchPageData';
import type { SearchHit } from '../results/SearchHit';
import { t } from '../translation';
import styles from './QuickSearchDialog.module.css';

export interface QuickSearchMessageProps {
  term: string;
  search: { data: SearchPageData | undefined; error: Error | null };
  /** The results are those of the term. */
  isCurrent: boolean;
  hits: SearchHit[];
  /** Whether something can be done for the term, besides what is found. */
  hasActions: boolean;
}

/** What the list alone does not say: how to begin, and how it went. */
export function QuickSearchMessage(props: QuickSearchMessageProps) {
  const { term, search, isCurrent, hits, hasActions } = props;
  const relaxedTerm = hits[0]?.relaxedTerm;
  if (term === '') {
    return (
      <div className={styles.message}>
        {t('quickSearchMessage.examples', {
          name: <code>payment-service</code>,
          operation: <code>POST /refunds</code>,
          action: <code>{t('quickSearchMessage.exampleAction')}</code>,
        })}
        <span className={styles.keys}>
          {t('quickSearchMessage.keys', {
            up: <kbd>↑</kbd>,
            down: <kbd>↓</kbd>,
            enter: <kbd>Enter</kbd>,
            escape: <kbd>Esc</kbd>,
          })}
        </span>
      </div>
    );
  }
  if (!search.data && search.error) {
    return (
      <p className={styles.message} role="alert">
        {t('quickSearchMessage.theSearchDidNotAnswer', {
          message: search.error.message,
        })}
      </p>
    );
  }
  if (!search.data) {
    return (
      <div
        className={styles.loading}
        role="status"
        aria-label={t('quickSearchMessage.searching')}
      >
        {Array.from({ length: 4 }, (_, index) => (
          <Skeleton key={index} width="100%" height={40} />
        ))}
      </div>
    );
  }
  if (isCurrent && hits.length === 0 && !hasActions) {
    return (
      <p className={styles.message} role="status">
        {t('quickSearchMessage.nothingFoundForTheBeginning', {
          q: <q>{term}</q>,
        })}
      </p>
    );
  }
  if (isCurrent && relaxedTerm !== undefined) {
    return (
      <p className={styles.message} role="status">
        {t('quickSearchMessage.nothingHasAllOfThese', {
          q: <q>{term}</q>,
          text: <strong>{relaxedTerm}</strong>,
        })}
      </p>
    );
  }
  return (
    <p className={styles.announcement} role="status">
      {isCurrent
        ? t('quickSearchMessage.results', { count: hits.length })
        : t('quickSearchMessage.searching')}
    </p>
  );
}
