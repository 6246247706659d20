import { graphKindSchema } from '@atrium/plugin-entity-graph-common';
import { FilterRow, OwnerAndSystemFilters } from '@atrium/ui';
import { Select } from '@backstage/ui';
import {
  type ChangeAddress,
  colorBySchema,
  type GraphAddress,
} from '../../hooks/useGraphAddress';
import { COLOR_WORDS, KIND_WORDS } from '../../words/graphWords';
import { EntityPicker } from '../more/EntityPicker';

const HOPS = [1, 2, 3, 4].map(hops => ({
  value: String(hops),
  label: hops === 1 ? 'Within 1 hop' : `Within ${hops} hops`,
}));
const DIRECTIONS = [
  { value: 'both', label: 'Both directions' },
  { value: 'down', label: 'What it depends on' },
  { value: 'up', label: 'What uses it' },
];
const ORIGINS = [
  { value: 'all', label: 'All edges' },
  { value: 'declared', label: 'Declared only' },
  { value: 'observed', label: 'Observed only' },
];
const GROUPS = [
  { value: 'auto', label: 'Group when large' },
  { value: 'system', label: 'Group by system' },
  { value: 'none', label: 'No groups' },
];
const COLORS = colorBySchema.options.map(value => ({
  value,
  label: `Color by ${COLOR_WORDS[value].toLocaleLowerCase('en')}`,
}));
const KINDS = graphKindSchema.options
  // Systems and domains are what the others are grouped by.
  .filter(kind => kind !== 'system' && kind !== 'domain')
  .map(value => ({ value, label: KIND_WORDS[value] }));

/** Props of {@link GraphFilters}. */
export interface GraphFiltersProps {
  address: GraphAddress;
  onChange: ChangeAddress;
  /** Whether one chooses what the graph begins with. */
  canFocus: boolean;
  /** Whether the graph begins with an entity. */
  hasFocus: boolean;
  isMap: boolean;
}

/** Says what of the graph is shown, and how. */
export function GraphFilters(props: GraphFiltersProps) {
  const { address, canFocus, hasFocus, isMap, onChange } = props;
  return (
    <FilterRow>
      {canFocus && (
        <EntityPicker
          label="Entity"
          placeholder="Find an entity"
          value={address.entity}
          onChange={entity =>
            onChange({ entity, selected: undefined, open: [] })
          }
        />
      )}
      {hasFocus ? (
        <>
          <Select
            aria-label="Distance"
            size="small"
            options={HOPS}
            value={String(address.hops)}
            onChange={hops => onChange({ hops: String(hops) })}
          />
          <Select
            aria-label="Direction"
            size="small"
            options={DIRECTIONS}
            value={address.direction}
            onChange={direction => onChange({ direction: String(direction) })}
          />
        </>
      ) : (
        <OwnerAndSystemFilters
          owner={address.owner}
          system={address.system}
          onChange={changes => onChange({ ...changes, open: [] })}
        />
      )}
      <Select
        aria-label="Edges"
        size="small"
        options={ORIGINS}
        value={address.origin}
        onChange={origin => onChange({ origin: String(origin) })}
      />
      {isMap && (
        <>
          <Select
            aria-label="Groups"
            size="small"
            options={GROUPS}
            value={address.group}
            onChange={group => onChange({ group: String(group), open: [] })}
          />
          <Select
            aria-label="Color"
            size="small"
            options={COLORS}
            value={address.color}
            onChange={color => onChange({ color: String(color) })}
          />
        </>
      )}
      <Select
        aria-label="Kinds"
        size="small"
        selectionMode="multiple"
        placeholder="All kinds"
        options={KINDS}
        value={address.kind}
        onChange={kinds =>
          onChange({
            kind: graphKindSchema.options.filter(kind => kinds.includes(kind)),
          })
        }
      />
    </FilterRow>
  );
}
