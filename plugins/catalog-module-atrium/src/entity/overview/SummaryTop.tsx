import type { Entity } from '@backstage/catalog-model';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { QueryState, type ViewQuery } from '@atrium/ui';
import type { EntitySummary } from '@atrium/plugin-entity-summary-common';
import { HealthStrip, HealthStripSkeleton } from './HealthStrip';
import { IncidentBanner } from './IncidentBanner';
import { toHealthTiles } from './toHealthTiles';

/** Props of {@link SummaryTop}. */
export interface SummaryTopProps {
  entity: Entity;
  query: ViewQuery<EntitySummary>;
  /** How many tiles there will be, for the room that they take. */
  tileCount: number;
}

/** What is wrong now, and how all that is known stands. */
export function SummaryTop(props: SummaryTopProps) {
  const { entity, query, tileCount } = props;
  const baseHref = useEntityRefLink()(entity);
  return (
    <QueryState
      query={query}
      loading={<HealthStripSkeleton count={tileCount} />}
    >
      {summary => (
        <>
          <IncidentBanner entity={entity} incidents={summary.incidents} />
          <HealthStrip tiles={toHealthTiles(summary, baseHref)} />
        </>
      )}
    </QueryState>
  );
}
