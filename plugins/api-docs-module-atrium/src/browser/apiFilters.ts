import type { ApiRow } from './ApiRow';

/** What APIs can be filtered by. */
export const FILTER_KEYS = [
  'type',
  'system',
  'owner',
  'lifecycle',
  'provider',
] as const;

/** What APIs can be filtered by. */
export type FilterKey = (typeof FILTER_KEYS)[number];

/** The chosen values of each filter; none chosen lets everything through. */
export type ApiFilters = Record<FilterKey, string[]>;

/** One value of a filter. */
export interface FilterOption {
  value: string;
  label: string;
  /** APIs that would be listed with it, given everything else. */
  count: number;
}

/** Filters that let everything through. */
export const noFilters: ApiFilters = {
  type: [],
  system: [],
  owner: [],
  lifecycle: [],
  provider: [],
};

/** The APIs that every filter lets through. */
export function filterApis(rows: ApiRow[], filters: ApiFilters): ApiRow[] {
  return rows.filter(row =>
    FILTER_KEYS.every(key => passes(row, key, filters)),
  );
}

/** The values of a filter, with what the other filters leave of each. */
export function optionsOf(
  rows: ApiRow[],
  key: FilterKey,
  filters: ApiFilters,
): FilterOption[] {
  const others = { ...filters, [key]: [] };
  const options = new Map<string, FilterOption>();
  for (const row of rows) {
    const isCounted = FILTER_KEYS.every(other => passes(row, other, others));
    for (const { value, label } of valuesOf(row, key)) {
      const option = options.get(value) ?? { value, label, count: 0 };
      options.set(value, {
        ...option,
        count: option.count + (isCounted ? 1 : 0),
      });
    }
  }
  return [...options.values()].sort((a, b) => a.label.localeCompare(b.label));
}

function passes(row: ApiRow, key: FilterKey, filters: ApiFilters): boolean {
  const selected = filters[key];
  return (
    selected.length === 0 ||
    valuesOf(row, key).some(({ value }) => selected.includes(value))
  );
}

function valuesOf(row: ApiRow, key: FilterKey) {
  switch (key) {
    case 'type':
      return [{ value: row.type, label: row.typeTitle }];
    case 'lifecycle':
      return [{ value: row.lifecycle, label: row.lifecycle }].filter(
        ({ value }) => value !== '',
      );
    case 'provider':
      return row.providers.map(toValue);
    case 'system':
    case 'owner':
      return [row[key]].filter(entity => entity !== undefined).map(toValue);
    default:
      return key satisfies never;
  }
}

function toValue({ entityRef, title }: { entityRef: string; title: string }) {
  return { value: entityRef, label: title };
}
