import type { ReactNode } from 'react';
import { Button } from '@backstage/ui';
import { EmptyState } from '@atrium/ui';
import { useSearch } from '../queries/useSearch';
import styles from './SearchPage.module.css';
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
        title={`Nothing in ${tab.title}${
          state.owners.length + state.systems.length > 0
            ? ' for these filters'
            : ''
        }`}
        description={
          <>
            Elsewhere there is, among others, <strong>{found.title}</strong> (
            {found.label}).
          </>
        }
        action={
          <Button
            variant="secondary"
            onPress={() => onChange({ tab: 'all', owners: [], systems: [] })}
          >
            Search everywhere
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      title={
        state.term.trim() === ''
          ? 'Nothing fits these filters'
          : `Nothing found for “${state.term.trim()}”`
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
            Clear tab and filters
          </Button>
        )
      }
    />
  );
}

function hints(isLimited: boolean): ReactNode[] {
  return [
    'Look for a typing mistake; names similar to yours have been tried.',
    'Use fewer or other words: the beginning of a word is enough.',
    <>
      Search for what it is called (<code>payments-db</code>), what it offers (
      <code>POST /refunds</code>) or what its documentation says.
    </>,
    ...(isLimited ? [] : ['What you may not see is not found either.']),
  ];
}
