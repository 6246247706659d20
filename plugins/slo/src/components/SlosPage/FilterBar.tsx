import { Select } from '@backstage/ui';
import { SLO_ANNOTATION } from '@atrium/plugin-slo-common';
import { FilterRow, OwnerAndSystemFilters } from '@atrium/ui';
import {
  SLO_SORTS,
  type SloFilterChanges,
  type SloFilters,
  type SloSort,
} from '../../hooks/useSloFilters';
import { t } from '../../translation';

const SORT_WORDS: Record<SloSort, string> = {
  get urgency() {
    return t('filterBar.mostUrgentFirst');
  },
  get budget() {
    return t('filterBar.leastBudgetFirst');
  },
  get burn() {
    return t('filterBar.fastestBurnFirst');
  },
  get name() {
    return t('filterBar.byName');
  },
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
          aria-label={t('filterBar.order')}
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
