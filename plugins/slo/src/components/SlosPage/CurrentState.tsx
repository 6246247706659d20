import { Button } from '@backstage/ui';
import { EmptyState, QueryState, ViewSkeleton } from '@atrium/ui';
import type { SloFilterChanges, SloFilters } from '../../hooks/useSloFilters';
import { useOverview } from '../../hooks/useSlos';
import { toObjectiveRows } from '../../objectives/ObjectiveRow';
import { t } from '../../translation';
import { ObjectiveList } from './ObjectiveList';
import { StateTiles } from './StateTiles';

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
            title={t('currentState.noSloYet')}
            description={t('currentState.putAnOpensloFileBeside')}
          />
        )
      }
      loading={<ViewSkeleton height={320} />}
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
