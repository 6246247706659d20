import { timeCursor, toPage } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import {
  type ComponentSelection,
  type Condition,
  isSelected,
} from './ComponentSelection';
import type { Row } from './rows';

/** A list that can be read page by page, newest first. */
export interface PagedList<T> {
  /** The table, which is called `t` below. */
  table: string;
  /** What is read of each row of the page, and of what is joined to it. */
  columns: string;
  /** Whether components share some, each with a row of its own. */
  isShared?: boolean;
  /** Left joins, made once the page is found. */
  joins?: string;
  /** What one may filter by: a condition on `t` with one `?` for the value. */
  filters: Record<string, string>;
  toItem(row: Row): T;
}

/** Which part of a list to read. */
export interface PageRequest {
  components: ComponentSelection;
  from?: string;
  to?: string;
  limit: number;
  cursor?: string;
  /** By the names that the list knows; what it does not know is an error. */
  filters?: Record<string, string | undefined>;
}

/**
 * Reads a page of what belongs to components, in one round trip.
 *
 * @remarks Of some components each gives its newest rows by its index, and of
 * these the newest are kept: no sort of everything, however many there are. Of
 * all components the newest rows are found by the index over all.
 */
export async function readPage<T>(
  knex: Knex,
  list: PagedList<T>,
  request: PageRequest,
): Promise<Page<T>> {
  const { components, limit } = request;
  const { table } = list;
  const selected = isSelected('t.entity_ref', components);
  const conditions = [
    ...readConditions(list.filters, request),
    ...(list.isShared ? firstOfShared(table, components) : []),
  ];
  const filter = conditions.map(({ sql }) => `AND ${sql}`).join(' ');
  const values = conditions.flatMap(condition => condition.values);
  const after = timeCursor.decode(request.cursor);
  const tail = `${filter}
    ${after ? 'AND (t.at, t.id) < (?::timestamptz, ?::uuid)' : ''}
    ORDER BY t.at DESC, t.id DESC LIMIT ?`;
  const tailValues = [...values, ...(after ?? []), limit + 1];
  const newest = Array.isArray(components)
    ? {
        sql: `SELECT p.* FROM unnest(?::text[]) AS r(ref) CROSS JOIN LATERAL (
            SELECT t.* FROM ${table} t WHERE t.entity_ref = r.ref ${tail}
          ) p ORDER BY p.at DESC, p.id DESC LIMIT ?`,
        values: [components, ...tailValues, limit + 1],
      }
    : {
        sql: `SELECT t.* FROM ${table} t
          WHERE t.entity_ref IS NOT NULL AND ${selected.sql} ${tail}`,
        values: [...selected.values, ...tailValues],
      };
  const { rows } = await knex.raw(
    `WITH total AS (
       SELECT count(*)::int AS total_items FROM ${table} t
       WHERE ${selected.sql} ${filter}
     ), page AS (${newest.sql})
     SELECT total.total_items, ${list.columns}
     FROM total LEFT JOIN page t ON true ${list.joins ?? ''}
     ORDER BY t.at DESC, t.id DESC`,
    [...selected.values, ...values, ...newest.values],
  );
  const [{ total_items: totalItems }] = rows;
  const found: Row[] = rows.filter((row: Row) => row.id !== null);
  const page = toPage(found, {
    limit,
    totalItems,
    toCursor: ({ at, id }) =>
      timeCursor.encode([(at as Date).toISOString(), String(id)]),
  });
  return { ...page, items: page.items.map(row => list.toItem(row)) };
}

/** What several of the components share is listed once. */
function firstOfShared(
  table: string,
  components: ComponentSelection,
): Condition[] {
  if (Array.isArray(components) && components.length < 2) {
    return [];
  }
  const selected = isSelected('other.entity_ref', components);
  return [
    {
      sql: `(t.shared_id IS NULL OR NOT EXISTS (
        SELECT 1 FROM ${table} other
        WHERE other.shared_id = t.shared_id AND other.entity_ref < t.entity_ref
          AND ${selected.sql}))`,
      values: selected.values,
    },
  ];
}

function readConditions(
  known: Record<string, string>,
  { filters = {}, from, to }: PageRequest,
): Condition[] {
  const conditions: Condition[] = [];
  for (const [name, value] of Object.entries(filters)) {
    if (!Object.hasOwn(known, name)) {
      throw new InputError(`This list has no filter '${name}'`);
    }
    if (value !== undefined) {
      conditions.push({ sql: known[name], values: [value] });
    }
  }
  if (from) {
    conditions.push({ sql: 't.at >= ?', values: [from] });
  }
  if (to) {
    conditions.push({ sql: 't.at < ?', values: [to] });
  }
  return conditions;
}
