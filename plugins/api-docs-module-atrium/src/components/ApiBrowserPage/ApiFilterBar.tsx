import { MultiSelectFilters } from '@atrium/ui';
import type { ApiRow } from '../../browser/ApiRow';
import {
  type ApiFilters,
  FILTER_KEYS,
  type FilterKey,
  optionsOf,
} from '../../browser/apiFilters';
import { t } from '../../translation';

const LABELS: Record<FilterKey, { label: string; anyLabel: string }> = {
  type: {
    get label() {
      return t('apiFilterBar.type');
    },
    get anyLabel() {
      return t('apiFilterBar.anyType');
    },
  },
  system: {
    get label() {
      return t('apiFilterBar.system');
    },
    get anyLabel() {
      return t('apiFilterBar.anySystem');
    },
  },
  owner: {
    get label() {
      return t('apiFilterBar.owner');
    },
    get anyLabel() {
      return t('apiFilterBar.anyOwner');
    },
  },
  lifecycle: {
    get label() {
      return t('apiFilterBar.lifecycle');
    },
    get anyLabel() {
      return t('apiFilterBar.anyLifecycle');
    },
  },
  provider: {
    get label() {
      return t('apiFilterBar.providedBy');
    },
    get anyLabel() {
      return t('apiFilterBar.anyProvider');
    },
  },
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
