import { graphKindSchema } from '@atrium/plugin-entity-graph-common';
import {
  FilterRow,
  inSentence,
  kindsWord,
  OwnerAndSystemFilters,
} from '@atrium/ui';
import { Select } from '@backstage/ui';
import {
  type ChangeAddress,
  colorBySchema,
  type GraphAddress,
} from '../../hooks/useGraphAddress';
import { t } from '../../translation';
import { COLOR_WORDS } from '../../words/graphWords';
import { EntityPicker } from '../more/EntityPicker';

const HOPS = [1, 2, 3, 4].map(hops => ({
  value: String(hops),
  get label() {
    return t('graphFilters.withinHops', { count: hops });
  },
}));
const DIRECTIONS = [
  {
    value: 'both',
    get label() {
      return t('graphFilters.bothDirections');
    },
  },
  {
    value: 'down',
    get label() {
      return t('graphFilters.whatItDependsOn');
    },
  },
  {
    value: 'up',
    get label() {
      return t('graphFilters.whatUsesIt');
    },
  },
];
const ORIGINS = [
  {
    value: 'all',
    get label() {
      return t('graphFilters.allEdges');
    },
  },
  {
    value: 'declared',
    get label() {
      return t('graphFilters.declaredOnly');
    },
  },
  {
    value: 'observed',
    get label() {
      return t('graphFilters.observedOnly');
    },
  },
];
const GROUPS = [
  {
    value: 'auto',
    get label() {
      return t('graphFilters.groupWhenLarge');
    },
  },
  {
    value: 'system',
    get label() {
      return t('graphFilters.groupBySystem');
    },
  },
  {
    value: 'none',
    get label() {
      return t('graphFilters.noGroups');
    },
  },
];
const COLORS = colorBySchema.options.map(value => ({
  value,
  get label() {
    return t('graphFilters.colorBy', { value: inSentence(COLOR_WORDS[value]) });
  },
}));
const KINDS = graphKindSchema.options
  // Systems and domains are what the others are grouped by.
  .filter(kind => kind !== 'system' && kind !== 'domain')
  .map(value => ({
    value,
    get label() {
      return kindsWord(value);
    },
  }));

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
          label={t('graphFilters.entity')}
          placeholder={t('graphFilters.findAnEntity')}
          value={address.entity}
          onChange={entity =>
            onChange({ entity, selected: undefined, open: [] })
          }
        />
      )}
      {hasFocus ? (
        <>
          <Select
            aria-label={t('graphFilters.distance')}
            size="small"
            options={HOPS}
            value={String(address.hops)}
            onChange={hops => onChange({ hops: String(hops) })}
          />
          <Select
            aria-label={t('graphFilters.direction')}
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
        aria-label={t('graphFilters.edges')}
        size="small"
        options={ORIGINS}
        value={address.origin}
        onChange={origin => onChange({ origin: String(origin) })}
      />
      {isMap && (
        <>
          <Select
            aria-label={t('graphFilters.groups')}
            size="small"
            options={GROUPS}
            value={address.group}
            onChange={group => onChange({ group: String(group), open: [] })}
          />
          <Select
            aria-label={t('graphFilters.color')}
            size="small"
            options={COLORS}
            value={address.color}
            onChange={color => onChange({ color: String(color) })}
          />
        </>
      )}
      <Select
        aria-label={t('graphFilters.kinds')}
        size="small"
        selectionMode="multiple"
        placeholder={t('graphFilters.allKinds')}
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
