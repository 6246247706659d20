import {
  healthSchema,
  type EntityRow,
} from '@atrium/plugin-entity-summary-common';

/** Worst first, as it is kept: the number is the place. */
export const HEALTHS = healthSchema.options;

/** What {@link toEntityRow} reads of an entity `e`. */
export const ENTITY_COLUMNS = `e.entity_ref, e.kind, e.namespace, e.name, e.title,
  e.description, e.type, e.lifecycle, e.owner_ref, e.owner_title, e.system_ref,
  e.system_title, e.tags, e.health, e.health_reason, e.open_incidents, e.version,
  e.deployed_at, e.budget_remaining, e.level, e.cost_amount::text AS cost_amount,
  e.cost_currency, e.parts #>> '{cost,month}' AS cost_month, e.asked_at`;

/** A row as the database answers it. */
export interface KeptEntityRow {
  entity_ref: string;
  kind: string;
  namespace: string;
  name: string;
  title: string | null;
  description: string | null;
  type: string | null;
  lifecycle: string | null;
  owner_ref: string | null;
  owner_title: string | null;
  system_ref: string | null;
  system_title: string | null;
  tags: string[];
  health: number;
  health_reason: EntityRow['healthReason'] | null;
  open_incidents: number;
  version: string | null;
  deployed_at: Date | null;
  budget_remaining: number | null;
  level: EntityRow['level'] | null;
  cost_amount: string | null;
  cost_currency: string | null;
  cost_month: string | null;
  asked_at: Date | null;
}

/** A row as lists have it, with its cost. */
export function toEntityRow(row: KeptEntityRow): EntityRow {
  return {
    entityRef: row.entity_ref,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    title: row.title ?? undefined,
    description: row.description ?? undefined,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    ownerTitle: row.owner_title ?? undefined,
    systemRef: row.system_ref ?? undefined,
    systemTitle: row.system_title ?? undefined,
    tags: row.tags,
    health: HEALTHS[row.health],
    healthReason: row.health_reason ?? undefined,
    openIncidents: row.open_incidents,
    version: row.version ?? undefined,
    deployedAt: row.deployed_at?.toISOString(),
    budgetRemaining: row.budget_remaining ?? undefined,
    level: row.level ?? undefined,
    cost:
      row.cost_amount !== null && row.cost_currency !== null
        ? {
            amount: row.cost_amount,
            currency: row.cost_currency,
            month: row.cost_month ?? undefined,
          }
        : undefined,
    updatedAt: row.asked_at?.toISOString(),
  };
}
