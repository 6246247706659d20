import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import type { Knex } from 'knex';
import { HEALTHS } from './entityRow';
import { toContainerTotals } from './sumContainers';

/** The kinds whose health is a sum that is kept. */
const CONTAINER_KINDS = ['system', 'domain', 'group'];

/** What a system, domain or group comes to, of what somebody sees of it. */
export interface ContainerSum {
  entityRef: string;
  /** As it is kept: 0 for bad to 3 for unknown. */
  health: number;
  healthReason?: EntityRow['healthReason'];
  openIncidents: number;
  budgetRemaining?: number;
}

/** By ref; what is absent has nothing that somebody sees. */
export type ContainerSums = ReadonlyMap<string, ContainerSum>;

/** Whether the health of entities of a kind is a sum; of some of them without a kind. */
export function isContainerKind(kind: string | undefined): boolean {
  return kind === undefined || CONTAINER_KINDS.includes(kind);
}

/** Sums up containers for who may not see all that is in them. */
export async function readContainerSums(
  knex: Knex,
  visibleRefs: string[],
): Promise<ContainerSums> {
  const { rows } = await knex.transaction(async trx => {
    // Nobody knows how deep containers are: the guess would be worth a compiler.
    await trx.raw('SET LOCAL jit = off');
    return trx.raw<{ rows: ContainerSum[] }>(
      `WITH RECURSIVE seen AS MATERIALIZED (
         SELECT entity_ref, kind, parent_ref, owner_ref, system_ref, health,
           health_reason, open_incidents, budget_remaining
         FROM entities WHERE entity_ref = ANY(?::text[])
       ), ${toContainerTotals('seen')}
       SELECT container AS "entityRef", health, reason AS "healthReason",
         coalesce(incidents, 0) AS "openIncidents", budget AS "budgetRemaining"
       FROM totals`,
      [visibleRefs],
    );
  });
  return new Map(rows.map(row => [row.entityRef, row]));
}

/** A row with a sum instead of the one that is kept, where it has one. */
export function withSum(row: EntityRow, sums: ContainerSums): EntityRow {
  if (!isContainerKind(row.kind)) {
    return row;
  }
  const sum = sums.get(row.entityRef);
  return {
    ...row,
    health: HEALTHS[sum?.health ?? HEALTHS.indexOf('unknown')],
    healthReason: sum?.healthReason ?? undefined,
    openIncidents: sum?.openIncidents ?? 0,
    budgetRemaining: sum?.budgetRemaining ?? undefined,
  };
}
