import { Skeleton } from '@backstage/ui';
import { ListBar, QueryState, TilesSkeleton, ViewSkeleton } from '@atrium/ui';
import { sloStateSchema } from '@atrium/plugin-slo-common';
import type { SloFilterChanges, SloFilters } from '../../hooks/useSloFilters';
import { useOverview } from '../../hooks/useSlos';
import { toObjectiveRows } from '../../objectives/ObjectiveRow';
import { NoSlos } from './NoSlos';
import { ObjectiveList } from './ObjectiveList';
import { StateTiles } from './StateTiles';
import tileStyles from './StateTiles.module.css';

/** Props of {@link CurrentState}. */
export interface CurrentStateProps {
  filters: SloFilters;
  onChange(changes: SloFilterChanges): void;
}

/** How many objectives are in which state now, and which. */
export function CurrentState({ filters, onChange }: CurrentStateProps) {
  const { owner, system, state } = filters;
  const query = useOverview({ ownerRef: owner, systemRef: system });
  return (
    <QueryState
      query={query}
      isEmpty={({ items }) => items.length === 0}
      empty={<NoSlos filters={filters} onChange={onChange} />}
      loading={<CurrentStateSkeleton />}
    >
      {page => {
        const rows = toObjectiveRows(page.items);
        return (
          <>
            <StateTiles
              rows={rows}
              selected={state}
              onSelect={next => onChange({ state: next })}
            />
            <ObjectiveList
              rows={rows}
              filters={filters}
              missingSlos={page.totalItems - page.items.length}
              onShowAll={() => onChange({ state: undefined })}
            />
          </>
        );
      }}
    </QueryState>
  );
}

function CurrentStateSkeleton() {
  return (
    <>
      <TilesSkeleton
        className={tileStyles.tiles}
        count={sloStateSchema.options.length}
        height={82}
      />
      <ListBar summary={<Skeleton width={84} height={12} />}>
        <Skeleton width={116} height={32} />
      </ListBar>
      <ViewSkeleton height={560} />
    </>
  );
}
