import type { ReactNode } from 'react';
import { Button } from '@backstage/ui';
import { EmptyState } from '@atrium/ui';
import { useSearch } from '../queries/useSearch';
import styles from './SearchPage.module.css';
import { t } from '../translation';
import type { SearchState } from './useSearchState';
import type { SearchTab } from './searchTabs';
import { ALL_TAB } from './searchTabs';

export interface NoResultsProps {
  state: SearchState;
  tab: SearchTab;
  onChange(change: Partial<SearchState>): void;
}

/** Says what else to try: without the limits that were set, or other words. */
export function NoResults({ state, tab, onChange }: NoResultsProps) {
  const isLimited =
    tab !== ALL_TAB || state.owners.length > 0 || state.systems.length > 0;
  const elsewhere = useSearch(
    { term: state.term.trim(), pageLimit: 1 },
    { isEnabled: isLimited && state.term.trim() !== '' },
  );
  const found = isLimited ? elsewhere.data?.hits[0] : undefined;
  if (found) {
    return (
      <EmptyState
        title={t(
          state.owners.length + state.systems.length > 0
            ? 'noResults.nothingInForFilters'
            : 'noResults.nothingIn',
          { tab: tab.title },
        )}
        description={t('noResults.elsewhere', {
          title: <strong>{found.title}</strong>,
          label: found.label,
        })}
        action={
          <Button
            variant="secondary"
            onPress={() => onChange({ tab: 'all', owners: [], systems: [] })}
          >
            {t('noResults.searchEverywhere')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      title={
        state.term.trim() === ''
          ? t('noResults.nothingFitsTheseFilters')
          : t('noResults.nothingFoundFor', { term: state.term.trim() })
      }
      description={
        <ul className={styles.examples}>
          {hints(isLimited).map((hint, index) => (
            <li key={index}>{hint}</li>
          ))}
        </ul>
      }
      action={
        isLimited && (
          <Button
            variant="secondary"
            onPress={() => onChange({ tab: 'all', owners: [], systems: [] })}
          >
            {t('noResults.clearTabAndFilters')}
          </Button>
        )
      }
    />
  );
}

function hints(isLimited: boolean): ReactNode[] {
  return [
    t('noResults.lookForATypingMistake'),
    t('noResults.useFewerOrOtherWords'),
    t('noResults.searchForWhatItIs', {
      code: <code>payments-db</code>,
      code2: <code>POST /refunds</code>,
    }),
    ...(isLimited ? [] : [t('noResults.whatYouMayNotSee')]),
  ];
}
