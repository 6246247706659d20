import { SearchField } from '@backstage/ui';
import { resourceStateSchema } from '@atrium/plugin-provisioning-common';
import {
  FilterRow,
  FilterSelect,
  useDebouncedText,
  useEntityTitles,
} from '@atrium/ui';
import { useDefinitions } from '../../hooks/useDefinitions';
import {
  type ResourceFilterChanges,
  type ResourceFilters,
  toResourceQuery,
} from '../../hooks/useResourceFilters';
import { useResources } from '../../hooks/useResources';
import { useSystemOptions } from '../../hooks/useSystemOptions';
import { t } from '../../translation';
import { RESOURCE_STATE_WORDS } from '../../words/stateWords';

/** Props of {@link FilterBar}. */
export interface FilterBarProps {
  filters: ResourceFilters;
  onChange(changes: ResourceFilterChanges): void;
}

/** Narrows the list of resources. */
export function FilterBar({ filters, onChange }: FilterBarProps) {
  const { types = [], environments = [] } = useDefinitions().data ?? {};
  const [text, setText] = useDebouncedText(filters.text ?? '', typed =>
    onChange({ text: typed || undefined }),
  );
  const choices = [
    {
      name: 'type',
      label: t('filterBar.type'),
      anyLabel: t('filterBar.anyType'),
      options: types.map(({ name, title }) => ({ value: name, label: title })),
    },
    {
      name: 'environment',
      label: t('filterBar.environment'),
      anyLabel: t('filterBar.anyEnvironment'),
      options: environments.map(({ name, title }) => ({
        value: name,
        label: title,
      })),
    },
    {
      name: 'owner',
      label: t('filterBar.owner'),
      anyLabel: t('filterBar.anyOwner'),
      options: useOwnerOptions(),
    },
    {
      name: 'system',
      label: t('filterBar.system'),
      anyLabel: t('filterBar.anySystem'),
      options: useSystemOptions(),
    },
    {
      name: 'state',
      label: t('filterBar.state'),
      anyLabel: t('filterBar.allThatIsThere'),
      options: resourceStateSchema.options.map(state => ({
        value: state,
        label: RESOURCE_STATE_WORDS[state].label,
      })),
    },
    {
      name: 'drift',
      label: t('filterBar.drift'),
      anyLabel: t('filterBar.anyDrift'),
      options: [{ value: 'yes', label: t('filterBar.withDrift') }],
    },
  ] as const;
  return (
    <FilterRow>
      <SearchField
        aria-label={t('filterBar.search')}
        placeholder={t('filterBar.name')}
        size="small"
        value={text}
        onChange={setText}
      />
      {choices.map(({ name, ...choice }) => (
        <FilterSelect
          key={name}
          {...choice}
          value={filters[name]}
          onChange={value => onChange({ [name]: value })}
        />
      ))}
    </FilterRow>
  );
}

/** Who owns something now. */
function useOwnerOptions() {
  const { items = [] } = useResources(toResourceQuery({})).data ?? {};
  const owners = useEntityTitles([
    ...new Set(items.map(({ ownerRef }) => ownerRef)),
  ]);
  return [...owners]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}
