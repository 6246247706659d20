import { PageCursor, toPage } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import type { ResourceState } from '@atrium/plugin-provisioning-common';
import type { Knex } from 'knex';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { type ResourceRow, selectResources, toResource } from './resourceRows';
import type { StoredResource } from './StoredResource';

/** How a list of resources is sorted. */
export type ResourceSort =
  | '-updatedAt'
  | 'name'
  | 'leaseEndsAt'
  | '-monthlyPrice';

/** Which resources are wanted; what is absent restricts nothing. */
export interface ResourcePageRequest {
  /** Owners that the reader may see, or has asked for. */
  ownerRefs?: readonly string[];
  /** Those for any of these components. */
  entityRefs?: readonly string[];
  providerNames?: readonly string[];
  states?: readonly ResourceState[];
  type?: string;
  environment?: string;
  definition?: string;
  hasDrift?: boolean;
  /** A part of the name, the provider's name, or the definition. */
  text?: string;
  sort: ResourceSort;
  limit: number;
  cursor?: string;
}

/** What is compared as text, so that the cursor and the order agree. */
const SORT_KEYS: Record<ResourceSort, { sql: string; isDescending: boolean }> =
  {
    '-updatedAt': { sql: 'r.updated_at', isDescending: true },
    // A name is often taken once in each environment. The space sorts before all
    // that a name may hold, so `flags` in any of them comes before `flags-old`.
    name: {
      sql: `(r.name || ' ' || r.environment) COLLATE "C"`,
      isDescending: false,
    },
    leaseEndsAt: {
      sql: `coalesce(r.lease_ends_at, 'infinity')`,
      isDescending: false,
    },
    '-monthlyPrice': {
      sql: 'coalesce(r.monthly_price_amount, -1)',
      isDescending: true,
    },
  };

const SORT_TYPES: Record<ResourceSort, string> = {
  '-updatedAt': 'timestamptz',
  name: 'text',
  leaseEndsAt: 'timestamptz',
  '-monthlyPrice': 'numeric',
};

const cursorOf = new PageCursor(
  z.tuple([
    z.enum(['-updatedAt', 'name', 'leaseEndsAt', '-monthlyPrice']),
    z.string().max(100),
    z.guid(),
  ]),
);

/** One page of resources. */
export async function listResources(
  knex: Knex,
  request: ResourcePageRequest,
): Promise<Page<StoredResource>> {
  const { sort, limit } = request;
  const { sql, isDescending } = SORT_KEYS[sort];
  const all = filterResources(selectResources(knex), request);
  const [{ count }] = await knex
    .from(all.clone().as('matching'))
    .select(knex.raw('count(*)::int AS count'));
  const page = all.select(knex.raw(`(${sql})::text AS sort_key`));
  const order = isDescending ? 'DESC' : 'ASC';
  page.orderByRaw(`${sql} ${order}, r.id ${order}`).limit(limit + 1);
  const rows: (ResourceRow & { sort_key: string })[] = await cursorOf.query(
    request.cursor,
    async after => {
      if (after && after[0] !== sort) {
        throw new InputError('The cursor is one of a list in another order');
      }
      return after
        ? page.whereRaw(
            `(${sql}, r.id) ${isDescending ? '<' : '>'} (?::${
              SORT_TYPES[sort]
            }, ?::uuid)`,
            [after[1], after[2]],
          )
        : page;
    },
  );
  const { items, ...rest } = toPage(rows, {
    limit,
    totalItems: count,
    toCursor: row => cursorOf.encode([sort, row.sort_key, row.id]),
  });
  return { ...rest, items: items.map(toResource) };
}

function filterResources(
  all: ReturnType<typeof selectResources>,
  request: ResourcePageRequest,
) {
  const { ownerRefs, entityRefs, providerNames, states, hasDrift, text } =
    request;
  const exact = {
    'r.type': request.type,
    'r.environment': request.environment,
    'r.definition': request.definition,
    'r.has_drift': hasDrift,
  };
  for (const [column, value] of Object.entries(exact)) {
    if (value !== undefined) {
      all.where(column, value);
    }
  }
  if (ownerRefs) {
    all.whereRaw('r.owner_ref = ANY (?::text[])', [[...ownerRefs]]);
  }
  if (providerNames) {
    all.whereIn('r.provider_name', providerNames);
  }
  if (states) {
    all.whereIn('r.state', states);
  }
  if (entityRefs) {
    all.whereRaw(
      'r.id IN (SELECT resource_id FROM resource_entities WHERE entity_ref = ANY (?::text[]))',
      [[...entityRefs]],
    );
  }
  if (text) {
    const pattern = `%${text.replace(
      /[\\%_]/g,
      character => `\\${character}`,
    )}%`;
    all.whereRaw(
      '(r.name ILIKE :pattern OR r.provider_name ILIKE :pattern OR r.definition ILIKE :pattern)',
      { pattern },
    );
  }
  return all;
}
