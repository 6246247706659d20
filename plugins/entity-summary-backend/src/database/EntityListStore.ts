import type {
  EntityRow,
  EntitySort,
} from '@atrium/plugin-entity-summary-common';
import type { Knex } from 'knex';
import { ENTITY_COLUMNS, type KeptEntityRow, toEntityRow } from './entityRow';
import {
  type EntitySelection,
  type SqlPart,
  toColumn,
  toCondition,
  toSource,
} from './EntitySelection';

/** Where a page ended: what it is sorted by, its name and its ref. */
export interface ListPosition {
  /** As text, whatever it is; null where it is missing. */
  key: string | null;
  name: string;
  entityRef: string;
}

/** A row, and its place in the list. */
export interface ListedRow {
  row: EntityRow;
  position: ListPosition;
}

/** Which page of which entities, and in which order. */
export interface ListOptions {
  sort: EntitySort;
  order: 'asc' | 'desc';
  /** The last item of the page before. */
  after?: ListPosition;
  /** How many rows are read. */
  limit: number;
}

/** By what each order sorts; names decide between equals. */
const SORT_KEYS: Record<EntitySort, { sql: string; type: string }> = {
  name: { sql: 'e.name_key', type: 'text' },
  owner: { sql: 'e.owner_key', type: 'text' },
  system: { sql: 'e.system_key', type: 'text' },
  // Unknown is last either way, as what is missing in any other column.
  health: { sql: 'nullif(e.health, 3)', type: 'int' },
  level: { sql: 'e.level_key', type: 'float8' },
  cost: { sql: 'e.cost_amount', type: 'numeric' },
  lifecycle: { sql: 'e.lifecycle COLLATE "C"', type: 'text' },
  type: { sql: 'e.type COLLATE "C"', type: 'text' },
  deployedAt: { sql: 'e.deployed_at', type: 'timestamptz' },
};

/** Lists what is known of entities, page by page. */
export class EntityListStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Some of the selected entities, in order; those without the key come last. */
  async list(
    selection: EntitySelection,
    options: ListOptions,
  ): Promise<ListedRow[]> {
    const { from, key } = toOrdered(selection, options.sort);
    const where = toCondition(selection);
    const after = toAfter(options, key);
    const orderBy = (one: { key: string; page: string }) =>
      options.sort === 'name'
        ? `${one.page}.name_key ${options.order}, ${one.page}.entity_ref ${options.order}`
        : `${one.key} ${options.order} NULLS LAST, ${one.page}.name_key, ${one.page}.entity_ref`;
    const { rows } = await this.#knex.raw<{
      rows: (KeptEntityRow & { key: string | null; name_key: string })[];
    }>(
      // What is sorted is in an index; the wide rows are read for the page alone.
      `SELECT ${ENTITY_COLUMNS}, page.key::text AS key, page.name_key
       FROM (SELECT e.entity_ref, e.name_key, ${key} AS key FROM ${from.sql}
         WHERE ${where.sql} AND ${after.sql}
         ORDER BY ${orderBy({ key, page: 'e' })} LIMIT ?) AS page
       JOIN entities e ON e.entity_ref = page.entity_ref
       ORDER BY ${orderBy({ key: 'page.key', page: 'page' })}`,
      [...from.bindings, ...where.bindings, ...after.bindings, options.limit],
    );
    return rows.map(row => ({
      row: toEntityRow(row),
      position: { key: row.key, name: row.name_key, entityRef: row.entity_ref },
    }));
  }

  /** The rows of some entities, by ref. */
  async find(entityRefs: string[]): Promise<Map<string, EntityRow>> {
    const { rows } = await this.#knex.raw<{ rows: KeptEntityRow[] }>(
      `SELECT ${ENTITY_COLUMNS} FROM entities e
       WHERE e.entity_ref = ANY(?::text[])`,
      [entityRefs],
    );
    return new Map(rows.map(row => [row.entity_ref, toEntityRow(row)]));
  }

  /** The refs of all there are, in order. */
  async listRefs(): Promise<string[]> {
    const rows: { entity_ref: string }[] = await this.#knex('entities')
      .select('entity_ref')
      .orderBy('entity_ref');
    return rows.map(({ entity_ref }) => entity_ref);
  }
}

/** Kinds of owners: who owns something is one of few. */
const OWNER = /^(group|user):/;
const SYSTEM = /^system:/;

/**
 * Where to read what is sorted, and by what. For who may not see all, an owner or
 * system that is hidden sorts by what its ref says, as it is shown.
 */
function toOrdered(
  selection: EntitySelection,
  sort: EntitySort,
): { from: SqlPart; key: string } {
  const { sums, visibleRefs } = selection;
  const from = toSource(selection);
  if (sums && sort === 'health') {
    return { from, key: `nullif(${toColumn('health', selection)}, 3)` };
  }
  if (!visibleRefs || (sort !== 'owner' && sort !== 'system')) {
    return { from, key: SORT_KEYS[sort].sql };
  }
  const pattern = sort === 'owner' ? OWNER : SYSTEM;
  return {
    from: {
      sql: `${from.sql} LEFT JOIN entities named
        ON named.entity_ref = e.${sort}_ref AND named.entity_ref = ANY(?::text[])`,
      bindings: [
        ...from.bindings,
        visibleRefs.filter(ref => pattern.test(ref)),
      ],
    },
    key: `coalesce(named.name_key, split_part(e.${sort}_ref, '/', 2))`,
  };
}

/** What comes after a position. */
function toAfter({ sort, order, after }: ListOptions, key: string): SqlPart {
  if (!after) {
    return { sql: 'true', bindings: [] };
  }
  const { type } = SORT_KEYS[sort];
  const rest = [after.name, after.entityRef];
  const further = order === 'asc' ? '>' : '<';
  if (sort === 'name') {
    return {
      sql: `(e.name_key, e.entity_ref) ${further} (?, ?)`,
      bindings: rest,
    };
  }
  if (after.key === null) {
    return {
      sql: `${key} IS NULL AND (e.name_key, e.entity_ref) > (?, ?)`,
      bindings: rest,
    };
  }
  return {
    sql: `(${key} ${further} ?::${type} OR ${key} IS NULL OR
      (${key} = ?::${type} AND (e.name_key, e.entity_ref) > (?, ?)))`,
    bindings: [after.key, after.key, ...rest],
  };
}
