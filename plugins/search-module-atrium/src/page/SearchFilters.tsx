import { MultiSelectFilters } from '@atrium/ui';
import { useFilterOptions } from '../queries/useFilterOptions';
import { nameOfRef } from '../results/SearchHit';
import { t } from '../translation';
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
        {
          key: 'owners',
          label: t('searchFilters.owner'),
          anyLabel: t('searchFilters.anyOwner'),
          options: data?.owners ?? [],
        },
        {
          key: 'systems',
          label: t('searchFilters.system'),
          anyLabel: t('searchFilters.anySystem'),
          options: data?.systems ?? [],
        },
      ]}
      chosen={{ owners, systems }}
      nameOf={nameOfRef}
      onChange={onChange}
    />
  );
}
