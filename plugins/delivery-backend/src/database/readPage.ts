import { timeCursor, toPage } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
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

/** Which part of a list is wanted. */
export interface PageRequest {
  entityRefs: string[];
  from?: string;
  to?: string;
  limit: number;
  cursor?: string;
  /** By the names that the list knows; what it does not know is an error. */
  filters?: Record<string, string | undefined>;
}

/**
 * Reads a page of what belongs to some entities, in one round trip.
 *
 * @remarks Each entity gives its newest rows by its index, and of these the
 * newest are kept: no sort of everything, however many entities there are.
 */
export async function readPage<T>(
  knex: Knex,
  list: PagedList<T>,
  request: PageRequest,
): Promise<Page<T>> {
  const { entityRefs, limit } = request;
  const conditions = [
    ...readConditions(list.filters, request),
    ...(list.isShared && entityRefs.length > 1
      ? [firstOfShared(list.table, entityRefs)]
      : []),
  ];
  const filter = conditions.map(([sql]) => `AND ${sql}`).join(' ');
  const values = conditions.map(([, value]) => value);
  const before = timeCursor.decode(request.cursor);
  const { rows } = await knex.raw(
    `WITH total AS (
       SELECT count(*)::int AS total_items FROM ${list.table} t
       WHERE t.entity_ref = ANY(?::text[]) ${filter}
     ), page AS (
       SELECT p.* FROM unnest(?::text[]) AS r(ref) CROSS JOIN LATERAL (
         SELECT t.* FROM ${list.table} t
         WHERE t.entity_ref = r.ref ${filter}
           ${before ? 'AND (t.at, t.id) < (?::timestamptz, ?::uuid)' : ''}
         ORDER BY t.at DESC, t.id DESC LIMIT ?
       ) p ORDER BY p.at DESC, p.id DESC LIMIT ?
     )
     SELECT total.total_items, ${list.columns}
     FROM total LEFT JOIN page t ON true ${list.joins ?? ''}
     ORDER BY t.at DESC, t.id DESC`,
    [
      entityRefs,
      ...values,
      entityRefs,
      ...values,
      ...(before ?? []),
      limit + 1,
      limit + 1,
    ],
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

/** What several of the entities share is listed once. */
function firstOfShared(
  table: string,
  entityRefs: string[],
): [sql: string, value: string[]] {
  return [
    `(t.shared_id IS NULL OR NOT EXISTS (
       SELECT 1 FROM ${table} other
       WHERE other.shared_id = t.shared_id AND other.entity_ref < t.entity_ref
         AND other.entity_ref = ANY(?::text[])))`,
    entityRefs,
  ];
}

function readConditions(
  known: Record<string, string>,
  { filters = {}, from, to }: PageRequest,
): [sql: string, value: string][] {
  const conditions: [string, string][] = [];
  for (const [name, value] of Object.entries(filters)) {
    if (!Object.hasOwn(known, name)) {
      throw new InputError(`This list has no filter '${name}'`);
    }
    if (value !== undefined) {
      conditions.push([known[name], value]);
    }
  }
  if (from) {
    conditions.push(['t.at >= ?', from]);
  }
  if (to) {
    conditions.push(['t.at < ?', to]);
  }
  return conditions;
}
