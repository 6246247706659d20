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
      label: 'Type',
      anyLabel: 'Any type',
      options: types.map(({ name, title }) => ({ value: name, label: title })),
    },
    {
      name: 'environment',
      label: 'Environment',
      anyLabel: 'Any environment',
      options: environments.map(({ name, title }) => ({
        value: name,
        label: title,
      })),
    },
    {
      name: 'owner',
      label: 'Owner',
      anyLabel: 'Any owner',
      options: useOwnerOptions(),
    },
    {
      name: 'system',
      label: 'System',
      anyLabel: 'Any system',
      options: useSystemOptions(),
    },
    {
      name: 'state',
      label: 'State',
      anyLabel: 'All that is there',
      options: resourceStateSchema.options.map(state => ({
        value: state,
        label: RESOURCE_STATE_WORDS[state].label,
      })),
    },
    {
      name: 'drift',
      label: 'Drift',
      anyLabel: 'Any drift',
      options: [{ value: 'yes', label: 'With drift' }],
    },
  ] as const;
  return (
    <FilterRow>
      <SearchField
        aria-label="Search"
        placeholder="Name"
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
