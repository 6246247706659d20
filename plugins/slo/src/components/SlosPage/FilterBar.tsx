import { Select } from '@backstage/ui';
import { SLO_ANNOTATION } from '@atrium/plugin-slo-common';
import { FilterRow, OwnerAndSystemFilters } from '@atrium/ui';
import {
  SLO_SORTS,
  type SloFilterChanges,
  type SloFilters,
  type SloSort,
} from '../../hooks/useSloFilters';

const SORT_WORDS: Record<SloSort, string> = {
  urgency: 'Most urgent first',
  budget: 'Least budget first',
  burn: 'Fastest burn first',
  name: 'By name',
};

/** Props of {@link FilterBar}. */
export interface FilterBarProps {
  filters: SloFilters;
  /** Whether what is shown can be sorted. */
  hasOrder: boolean;
  onChange(changes: SloFilterChanges): void;
}

/** Narrows and sorts the list of objectives. */
export function FilterBar(props: FilterBarProps) {
  const { filters, hasOrder, onChange } = props;
  return (
    <FilterRow>
      <OwnerAndSystemFilters
        annotation={SLO_ANNOTATION}
        owner={filters.owner}
        system={filters.system}
        onChange={onChange}
      />
      {hasOrder && (
        <Select
          aria-label="Order"
          size="small"
          options={SLO_SORTS.map(sort => ({
            value: sort,
            label: SORT_WORDS[sort],
          }))}
          value={filters.sort}
          onChange={sort => onChange({ sort: String(sort) })}
        />
      )}
    </FilterRow>
  );
}
