import { Select } from '@backstage/ui';
import type {
  EntityList,
  FilterOption as CountedOption,
} from '@atrium/plugin-entity-summary-common';
import {
  type FilterOption,
  FilterRow,
  FilterSelect,
  formatNumber,
  HEALTH_WORDS,
  optionSearch,
  typeWords,
} from '@atrium/ui';
import { t } from '../translation';
import { type CatalogState, MINE } from './catalogState';

const MULTIPLE = [
  {
    key: 'type',
    get label() {
      return t('catalogFilters.type');
    },
    get anyLabel() {
      return t('catalogFilters.anyType');
    },
  },
  {
    key: 'lifecycle',
    get label() {
      return t('catalogFilters.lifecycle');
    },
    get anyLabel() {
      return t('catalogFilters.anyLifecycle');
    },
  },
  {
    key: 'health',
    get label() {
      return t('catalogFilters.health');
    },
    get anyLabel() {
      return t('catalogFilters.anyHealth');
    },
  },
  {
    key: 'tag',
    get label() {
      return t('catalogFilters.tags');
    },
    get anyLabel() {
      return t('catalogFilters.anyTag');
    },
  },
] as const;

/** Props of {@link CatalogFilters}. */
export interface CatalogFiltersProps {
  state: CatalogState;
  options: EntityList['options'] | undefined;
  onChange(change: Partial<CatalogState>): void;
}

/** The filters, each with how many it would leave. */
export function CatalogFilters(props: CatalogFiltersProps) {
  const { state, options, onChange } = props;
  return (
    <FilterRow>
      <FilterSelect
        label={t('catalogFilters.owner')}
        anyLabel={t('catalogFilters.anyOwner')}
        options={[
          { value: MINE, label: t('catalogFilters.mine') },
          ...(options?.owner ?? []).map(toOption),
        ]}
        value={state.owner}
        onChange={owner => onChange({ owner })}
      />
      {(options?.system.length !== 0 || state.system !== undefined) && (
        <FilterSelect
          label={t('catalogFilters.system')}
          anyLabel={t('catalogFilters.anySystem')}
          options={(options?.system ?? []).map(toOption)}
          value={state.system}
          onChange={system => onChange({ system })}
        />
      )}
      {MULTIPLE.map(({ key, label, anyLabel }) => {
        const offered = (options?.[key] ?? []).map(option =>
          toOption({
            ...option,
            title: titleOf(key, option),
          }),
        );
        // What is chosen stays to be seen, so that it can be taken away.
        const missing = state[key]
          .filter(value => offered.every(option => option.value !== value))
          .map(value => ({ value, label: value }));
        const all = [...offered, ...missing];
        // People have no lifecycle, and no type: nothing could be chosen.
        return options && all.length === 0 ? null : (
          <Select
            key={key}
            aria-label={label}
            size="small"
            selectionMode="multiple"
            placeholder={anyLabel}
            options={all}
            search={optionSearch(all.length)}
            value={state[key]}
            onChange={values => onChange({ [key]: values.map(String) })}
          />
        );
      })}
    </FilterRow>
  );
}

function toOption({ value, title, count }: CountedOption): FilterOption {
  const name = title ?? value.slice(value.indexOf('/') + 1);
  return { value, label: `${name} (${formatNumber(count)})` };
}

function titleOf(
  key: (typeof MULTIPLE)[number]['key'],
  { title, value }: CountedOption,
): string | undefined {
  switch (key) {
    case 'health':
      return healthTitle(value);
    case 'type':
      return typeWords(value);
    default:
      return title;
  }
}

function healthTitle(value: string): string {
  const known = Object.entries(HEALTH_WORDS).find(([name]) => name === value);
  return known ? known[1].text : value;
}
