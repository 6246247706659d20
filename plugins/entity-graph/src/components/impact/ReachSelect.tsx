import { FilterRow } from '@atrium/ui';
import { Select } from '@backstage/ui';

const OPTIONS = [1, 2, 3, 4, 5, 6].map(hops => ({
  value: String(hops),
  label: hops === 1 ? 'Within 1 hop' : `Within ${hops} hops`,
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
        aria-label="Distance"
        size="small"
        options={OPTIONS}
        value={String(reach)}
        onChange={value => onReach(Number(value))}
      />
    </FilterRow>
  );
}
