import type {
  EntityRow,
  EntitySort,
} from '@atrium/plugin-entity-summary-common';
import type { Knex } from 'knex';
import { ENTITY_COLUMNS, type KeptEntityRow, toEntityRow } from './entityRow';
import { type EntitySelection, toCondition } from './EntitySelection';
import { toEntitySource } from './toEntitySource';

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
    const { sql: key } = SORT_KEYS[options.sort];
    const source = toEntitySource(selection.visibleRefs);
    const where = toCondition(selection);
    const after = toAfter(options);
    const isByName = options.sort === 'name';
    const order = isByName
      ? `e.name_key ${options.order}, e.entity_ref ${options.order}`
      : `${key} ${options.order} NULLS LAST, e.name_key, e.entity_ref`;
    const { rows } = await this.#knex.raw<{
      rows: (KeptEntityRow & { key: string | null; name_key: string })[];
    }>(
      // What is sorted is in an index; the wide rows are read for the page alone.
      `${source.with.sql} page AS (
         SELECT e.entity_ref FROM ${source.table} e
         WHERE ${where.sql} AND ${after.sql} ORDER BY ${order} LIMIT ?)
       SELECT ${ENTITY_COLUMNS}, (${key})::text AS key, e.name_key
       FROM page JOIN ${source.table} e ON e.entity_ref = page.entity_ref
       ORDER BY ${order}`,
      [
        ...source.with.bindings,
        ...where.bindings,
        ...after.bindings,
        options.limit,
      ],
    );
    return rows.map(row => ({
      row: toEntityRow(row),
      position: { key: row.key, name: row.name_key, entityRef: row.entity_ref },
    }));
  }

  /**
   * The rows of some entities, by ref.
   *
   * @param visibleRefs - those that the reader may see; absent where that is all
   */
  async find(
    entityRefs: string[],
    visibleRefs?: string[],
  ): Promise<Map<string, EntityRow>> {
    const source = toEntitySource(visibleRefs);
    const { rows } = await this.#knex.raw<{ rows: KeptEntityRow[] }>(
      `${source.with.sql} asked AS (SELECT unnest(?::text[]) AS entity_ref)
       SELECT ${ENTITY_COLUMNS} FROM ${source.table} e
       WHERE e.entity_ref IN (SELECT entity_ref FROM asked)`,
      [...source.with.bindings, entityRefs],
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

/** What comes after a position. */
function toAfter({ sort, order, after }: ListOptions) {
  if (!after) {
    return { sql: 'true', bindings: [] };
  }
  const { sql: key, type } = SORT_KEYS[sort];
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
