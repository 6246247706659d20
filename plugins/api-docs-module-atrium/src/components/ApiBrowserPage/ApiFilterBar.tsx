import { Button, Select } from '@backstage/ui';
import type { ApiRow } from '../../browser/ApiRow';
import {
  type ApiFilters,
  FILTER_KEYS,
  type FilterKey,
  noFilters,
  optionsOf,
} from '../../browser/apiFilters';
import styles from './ApiBrowserPage.module.css';

const LABELS: Record<FilterKey, string> = {
  type: 'Type',
  system: 'System',
  owner: 'Owner',
  lifecycle: 'Lifecycle',
  provider: 'Provided by',
};

/** More options than this can be searched. */
const SHORT_LIST = 8;

/** Props of {@link ApiFilterBar}. */
export interface ApiFilterBarProps {
  /** The APIs to choose from. */
  apis: ApiRow[];
  filters: ApiFilters;
  onChange(filters: Partial<ApiFilters>): void;
}

/** The filters, each with what it would leave. */
export function ApiFilterBar({ apis, filters, onChange }: ApiFilterBarProps) {
  const isFiltered = FILTER_KEYS.some(key => filters[key].length > 0);
  return (
    <div className={styles.filters} role="group" aria-label="Filters">
      {FILTER_KEYS.map(key => {
        const options = withChosen(optionsOf(apis, key, filters), filters[key]);
        return (
          <Select
            key={key}
            label={LABELS[key]}
            size="small"
            selectionMode="multiple"
            placeholder="All"
            className={styles.filter}
            options={options}
            search={options.length > SHORT_LIST ? true : undefined}
            value={filters[key]}
            onChange={chosen => onChange({ [key]: chosen.map(String) })}
          />
        );
      })}
      {isFiltered && (
        <Button variant="tertiary" onPress={() => onChange(noFilters)}>
          Clear filters
        </Button>
      )}
    </div>
  );
}

/** What is chosen stays in the list, so that it can be taken away again. */
function withChosen(options: ReturnType<typeof optionsOf>, chosen: string[]) {
  const known = new Set(options.map(option => option.value));
  const missing = chosen
    .filter(value => !known.has(value))
    .map(value => ({
      value,
      label: value.slice(value.indexOf('/') + 1),
      count: 0,
    }));
  return [...options, ...missing].map(({ value, label, count }) => ({
    value,
    label: `${label} (${count})`,
  }));
}
