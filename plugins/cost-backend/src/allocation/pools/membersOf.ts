import type { CostPool } from '@atrium/plugin-cost-common';
import type { Knex } from 'knex';

const DEFAULT_KINDS = ['component'];

/**
 * Who may have a part of a pool, as the catalog is now: SQL for a query with the
 * column `entity_ref`.
 */
export function membersOf({ among, split }: CostPool): {
  sql: string;
  bindings: Knex.RawBinding[];
} {
  const { kinds, owners, systems, types } = among;
  const conditions: string[] = [];
  const bindings: Knex.RawBinding[] = [];
  const add = (condition: string, values: readonly string[]) => {
    conditions.push(condition);
    bindings.push([...values]);
  };
  if (kinds || split?.by !== 'direct-cost') {
    add('e.kind = ANY(?::text[])', kinds ?? DEFAULT_KINDS);
  }
  if (types) {
    add('e.type = ANY(?::text[])', types);
  }
  if (systems) {
    add('e.system_refs && ?::text[]', systems);
  }
  if (owners) {
    add(
      `e.owner_refs && ARRAY(
         WITH RECURSIVE below (ref) AS (
           SELECT unnest(?::text[])
           UNION
           SELECT g.entity_ref FROM entities g
           JOIN below ON below.ref = ANY(g.system_refs)
           WHERE g.kind = 'group'
         ) SELECT ref FROM below)`,
      owners,
    );
  }
  return {
    sql: `SELECT e.entity_ref FROM entities e WHERE ${
      conditions.join(' AND ') || 'true'
    }`,
    bindings,
  };
}
