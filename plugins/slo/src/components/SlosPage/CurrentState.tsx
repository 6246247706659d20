import { Button, Skeleton } from '@backstage/ui';
import { EmptyState, QueryState } from '@atrium/ui';
import type { SloFilterChanges, SloFilters } from '../../hooks/useSloFilters';
import { useOverview } from '../../hooks/useSlos';
import { toObjectiveRows } from '../../objectives/ObjectiveRow';
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
            title="No SLO fits the filters"
            description="Remove one to see more."
            action={
              <Button
                variant="secondary"
                onPress={() =>
                  onChange({ owner: undefined, system: undefined })
                }
              >
                Show all SLOs
              </Button>
            }
          />
        ) : (
          <EmptyState
            title="No SLO yet"
            description="Put an OpenSLO file beside a catalog-info.yaml and name it there: the annotation atrium.dev/slo: ./slo.yaml is all it takes."
          />
        )
      }
      loading={<Skeleton width="100%" height={320} />}
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
