import { MultiSelectFilters } from '@atrium/ui';
import { useFilterOptions } from '../queries/useFilterOptions';
import { nameOfRef } from '../results/SearchHit';
import type { SearchState } from './useSearchState';

/** Props of {@link SearchFilters}. */
export interface SearchFiltersProps {
  state: SearchState;
  onChange(change: Partial<SearchState>): void;
}

/** Narrows results of every kind to owners and systems. */
export function SearchFilters({ state, onChange }: SearchFiltersProps) {
  const { data } = useFilterOptions();
  const { owners, systems } = state;
  return (
    <MultiSelectFilters
      filters={[
        { key: 'owners', label: 'Owner', options: data?.owners ?? [] },
        { key: 'systems', label: 'System', options: data?.systems ?? [] },
      ]}
      chosen={{ owners, systems }}
      nameOf={nameOfRef}
      onChange={onChange}
    />
  );
}
