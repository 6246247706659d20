import { MultiSelectFilters } from '@atrium/ui';
import type { ApiRow } from '../../browser/ApiRow';
import {
  type ApiFilters,
  FILTER_KEYS,
  type FilterKey,
  optionsOf,
} from '../../browser/apiFilters';

const LABELS: Record<FilterKey, { label: string; anyLabel: string }> = {
  type: { label: 'Type', anyLabel: 'Any type' },
  system: { label: 'System', anyLabel: 'Any system' },
  owner: { label: 'Owner', anyLabel: 'Any owner' },
  lifecycle: { label: 'Lifecycle', anyLabel: 'Any lifecycle' },
  provider: { label: 'Provided by', anyLabel: 'Any provider' },
};

/** Props of {@link ApiFilterBar}. */
export interface ApiFilterBarProps {
  /** The APIs to choose from. */
  apis: ApiRow[];
  filters: ApiFilters;
  onChange(filters: Partial<ApiFilters>): void;
}

/** The filters, each with what it would leave. */
export function ApiFilterBar({ apis, filters, onChange }: ApiFilterBarProps) {
  return (
    <MultiSelectFilters
      filters={FILTER_KEYS.map(key => ({
        key,
        ...LABELS[key],
        options: optionsOf(apis, key, filters).map(
          ({ value, label, count }) => ({
            value,
            label: `${label} (${count})`,
          }),
        ),
      }))}
      chosen={filters}
      nameOf={value => `${value.slice(value.indexOf('/') + 1)} (0)`}
      onChange={onChange}
    />
  );
}
