import { Button, Select } from '@backstage/ui';
import type { FilterOption } from '../queries/useFilterOptions';
import { useFilterOptions } from '../queries/useFilterOptions';
import { nameOfRef } from '../results/SearchHit';
import styles from './SearchPage.module.css';
import type { SearchState } from './useSearchState';

/** More options than this can be searched. */
const SHORT_LIST = 8;

const FILTERS = [
  { key: 'owners', label: 'Owner' },
  { key: 'systems', label: 'System' },
] as const;

export interface SearchFiltersProps {
  state: SearchState;
  onChange(change: Partial<SearchState>): void;
}

/** Narrows results of every kind to owners and systems. */
export function SearchFilters({ state, onChange }: SearchFiltersProps) {
  const { data } = useFilterOptions();
  const isFiltered = FILTERS.some(({ key }) => state[key].length > 0);
  return (
    <div className={styles.filters} role="group" aria-label="Filters">
      {FILTERS.map(({ key, label }) => {
        const options = withChosen(data?.[key] ?? [], state[key]);
        return (
          <Select
            key={key}
            label={label}
            size="small"
            selectionMode="multiple"
            placeholder="All"
            className={styles.filter}
            options={options}
            search={options.length > SHORT_LIST ? true : undefined}
            value={state[key]}
            onChange={chosen => onChange({ [key]: chosen.map(String) })}
          />
        );
      })}
      {isFiltered && (
        <Button
          variant="tertiary"
          onPress={() => onChange({ owners: [], systems: [] })}
        >
          Clear filters
        </Button>
      )}
    </div>
  );
}

/** What is chosen stays in the list, so that it can be taken away again. */
function withChosen(options: FilterOption[], chosen: string[]) {
  const missing = chosen
    .filter(ref => !options.some(({ value }) => value === ref))
    .map(ref => ({ value: ref, label: nameOfRef(ref) }));
  return [...options, ...missing];
}
