import { FilterRow } from '@atrium/ui';
import { Select } from '@backstage/ui';
import { t } from '../../translation';

const OPTIONS = [1, 2, 3, 4, 5, 6].map(hops => ({
  value: String(hops),
  get label() {
    return t('reachSelect.withinHops', { count: hops });
  },
}));

/** How far dependencies are followed. */
export function ReachSelect(props: {
  reach: number;
  onReach(reach: number): void;
}) {
  const { reach, onReach } = props;
  return (
    <FilterRow>
      <Select
        aria-label={t('reachSelect.distance')}
        size="small"
        options={OPTIONS}
        value={String(reach)}
        onChange={value => onReach(Number(value))}
      />
    </FilterRow>
  );
}
