import { Select } from '@backstage/ui';
import {
  type FilterChoice,
  useFilterChoices,
} from '../../hooks/useFilterChoices';
import {
  SLO_SORTS,
  type SloFilterChanges,
  type SloFilters,
  type SloSort,
} from '../../hooks/useSloFilters';
import styles from './SlosPage.module.css';

const ANY = '';

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
  const { data } = useFilterChoices();
  const choices = [
    {
      name: 'owner',
      label: 'Owner',
      any: 'Any owner',
      options: withChosen(data?.owners, filters.owner),
    },
    {
      name: 'system',
      label: 'System',
      any: 'Any system',
      options: withChosen(data?.systems, filters.system),
    },
  ] as const;
  return (
    <div className={styles.filters}>
      {choices.map(({ name, label, any, options }) => (
        <Select
          key={name}
          aria-label={label}
          size="small"
          options={[
            { value: ANY, label: any },
            ...options.map(({ entityRef, title }) => ({
              value: entityRef,
              label: title,
            })),
          ]}
          value={filters[name] ?? ANY}
          onChange={value =>
            onChange({ [name]: value ? String(value) : undefined })
          }
        />
      ))}
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
    </div>
  );
}

/** An address may name what the catalog no longer has: it stays to be seen. */
function withChosen(
  choices: FilterChoice[] = [],
  chosen: string | undefined,
): FilterChoice[] {
  return !chosen || choices.some(({ entityRef }) => entityRef === chosen)
    ? choices
    : [...choices, { entityRef: chosen, title: chosen }];
}
