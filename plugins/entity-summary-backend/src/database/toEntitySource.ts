import type { SqlPart } from './EntitySelection';
import { toContainerTotals } from './sumContainers';

/** Where a statement reads entities. */
export interface EntitySource {
  table: string;
  /** What the statement begins with, up to the list of further queries. */
  with: SqlPart;
}

/**
 * The entities as somebody may see them. Who may not see all gets what there would
 * be without the rest: sums of what they see alone, and no titles of hidden owners
 * and systems.
 *
 * @param visibleRefs - those that they may see; absent where that is all
 */
export function toEntitySource(visibleRefs?: string[]): EntitySource {
  if (!visibleRefs) {
    return { table: 'entities', with: { sql: 'WITH', bindings: [] } };
  }
  return {
    table: 'visible',
    with: {
      sql: `WITH RECURSIVE seen AS MATERIALIZED (
          SELECT entity_ref, kind, parent_ref, owner_ref, system_ref, title,
            name_key, health, health_reason, open_incidents, budget_remaining
          FROM entities WHERE entity_ref = ANY(?::text[])
        ), ${toContainerTotals('seen')}, visible AS (
          SELECT e.entity_ref, e.kind, e.namespace, e.name, e.title,
            e.description, e.type, e.lifecycle, e.owner_ref, e.system_ref,
            owner.title AS owner_title, system.title AS system_title,
            ${toKey('owner')} AS owner_key, ${toKey('system')} AS system_key,
            e.tags, e.search_text, e.name_key,
            ${toTotal('health', 'coalesce(t.health, 3)')} AS health,
            ${toTotal('health_reason', 't.reason')} AS health_reason,
            ${toTotal('open_incidents', 'coalesce(t.incidents, 0)')}
              AS open_incidents,
            ${toTotal('budget_remaining', 't.budget')} AS budget_remaining,
            e.version, e.deployed_at, e.level, e.level_key, e.cost_amount,
            e.cost_currency, e.parts, e.asked_at
          FROM seen JOIN entities e ON e.entity_ref = seen.entity_ref
          LEFT JOIN seen owner ON owner.entity_ref = e.owner_ref
          LEFT JOIN seen system ON system.entity_ref = e.system_ref
          LEFT JOIN totals t ON t.container = e.entity_ref
        ),`,
      bindings: [visibleRefs],
    },
  };
}

/** Where it is hidden, what sorts is the name that its ref says. */
function toKey(role: 'owner' | 'system'): string {
  return `coalesce(${role}.name_key, split_part(e.${role}_ref, '/', 2))`;
}

function toTotal(column: string, total: string): string {
  return `CASE WHEN e.kind IN ('system', 'domain', 'group') THEN ${total}
    ELSE e.${column} END`;
}
