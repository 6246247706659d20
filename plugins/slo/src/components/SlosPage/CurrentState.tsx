import { Button, Skeleton } from '@backstage/ui';
import { RiFocus3Line } from '@remixicon/react';
import {
  EmptyState,
  ListBar,
  QueryState,
  TilesSkeleton,
  ViewSkeleton,
} from '@atrium/ui';
import { sloStateSchema } from '@atrium/plugin-slo-common';
import type { SloFilterChanges, SloFilters } from '../../hooks/useSloFilters';
import { useOverview } from '../../hooks/useSlos';
import { toObjectiveRows } from '../../objectives/ObjectiveRow';
import { t } from '../../translation';
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
      empty={
        owner || system ? (
          <EmptyState
            title={t('currentState.noSloFitsTheFilters')}
            description={t('currentState.removeOneToSeeMore')}
            action={
              <Button
                variant="secondary"
                onPress={() =>
                  onChange({ owner: undefined, system: undefined })
                }
              >
                {t('currentState.showAllSlos')}
              </Button>
            }
          />
        ) : (
          <EmptyState
            icon={<RiFocus3Line />}
            title={t('currentState.noSloYet')}
            description={t('currentState.putAnOpensloFileBeside')}
          />
        )
      }
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
