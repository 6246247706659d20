import { Button, Select } from '@backstage/ui';
import { t } from '../translation';
import type { FilterOption } from './FilterSelect';
import styles from './MultiSelectFilters.module.css';
import { optionSearch } from './optionSearch';

/** One filter of {@link MultiSelectFilters}. */
export interface MultiSelectFilter<Key extends string> {
  key: Key;
  label: string;
  /** What it is called when nothing is chosen, such as `Any owner`. */
  anyLabel: string;
  options: readonly FilterOption[];
}

/** Props of {@link MultiSelectFilters}. */
export interface MultiSelectFiltersProps<Key extends string> {
  filters: readonly MultiSelectFilter<Key>[];
  /** None chosen lets everything through. */
  chosen: Record<Key, string[]>;
  /** What a chosen value is called that is no option, or no option any more. */
  nameOf(value: string): string;
  onChange(chosen: Partial<Record<Key, string[]>>): void;
}

/**
 * Narrows a list to any number of values of several kinds.
 *
 * @remarks What is chosen stays in the list, so that it can be taken away again.
 */
export function MultiSelectFilters<Key extends string>(
  props: MultiSelectFiltersProps<Key>,
) {
  const { filters, chosen, nameOf, onChange } = props;
  const change = (values: Record<string, string[]>) =>
    onChange({ ...chosen, ...values });
  return (
    <div
      className={styles.filters}
      role="group"
      aria-label={t('multiSelectFilters.filters')}
    >
      {filters.map(({ key, label, anyLabel, options }) => {
        const missing = chosen[key]
          .filter(value => options.every(option => option.value !== value))
          .map(value => ({ value, label: nameOf(value) }));
        return (
          <Select
            key={key}
            aria-label={label}
            size="small"
            selectionMode="multiple"
            placeholder={anyLabel}
            className={styles.filter}
            options={[...options, ...missing]}
            search={optionSearch(options.length)}
            value={chosen[key]}
            onChange={values => change({ [key]: values.map(String) })}
          />
        );
      })}
      {filters.some(({ key }) => chosen[key].length > 0) && (
        <Button
          variant="tertiary"
          onPress={() =>
            change(Object.fromEntries(filters.map(({ key }) => [key, []])))
          }
        >
          {t('multiSelectFilters.clearFilters')}
        </Button>
      )}
    </div>
  );
}
