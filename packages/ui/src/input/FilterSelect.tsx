import { Select } from '@backstage/ui';
import { optionSearch } from './optionSearch';

const ANY = '';

/** One value of a {@link FilterSelect}. */
export interface FilterOption {
  value: string;
  label: string;
}

/** Props of {@link FilterSelect}. */
export interface FilterSelectProps {
  label: string;
  /** What it is called when nothing is chosen, such as `Any owner`. */
  anyLabel: string;
  options: readonly FilterOption[];
  /** Undefined while nothing is chosen. */
  value: string | undefined;
  onChange(value: string | undefined): void;
}

/**
 * Narrows a list to one value, or to none.
 *
 * @remarks An address may name a value that is no option any more: it stays to be
 * seen, so that it can be taken away.
 */
export function FilterSelect(props: FilterSelectProps) {
  const { label, anyLabel, options, value, onChange } = props;
  const isMissing =
    value !== undefined && options.every(option => option.value !== value);
  return (
    <Select
      aria-label={label}
      size="small"
      options={[
        { value: ANY, label: anyLabel },
        ...options,
        ...(isMissing ? [{ value, label: value }] : []),
      ]}
      search={optionSearch(options.length)}
      value={value ?? ANY}
      onChange={chosen => onChange(chosen ? String(chosen) : undefined)}
    />
  );
}
