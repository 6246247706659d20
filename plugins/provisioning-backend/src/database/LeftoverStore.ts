import { PageCursor, toPage } from '@atrium/backend-common';
import type { MessageDescriptor, Page } from '@atrium/common';
import type { Leftover } from '@atrium/plugin-provisioning-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import {
  type MessageText,
  toFieldMessages,
  toMessageColumns,
} from './messageText';

/** What a check found; when it was first seen is kept. */
export type FoundLeftover = Omit<
  Leftover,
  | 'kind'
  | 'location'
  | 'reason'
  | 'messages'
  | 'firstSeenAt'
  | 'checkedAt'
  | 'isRemovable'
> & { location: MessageText; reason: MessageText };

/** What a check was about: one kind, of one place or of all. */
export interface LeftoverScope {
  kind: Leftover['kind'];
  driver?: string;
  location?: string;
}

const cursorOf = new PageCursor(
  z.tuple([z.string(), z.string(), z.string(), z.string()]),
);

/** Keeps what nobody needs, as the last check found it. */
export class LeftoverStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Puts what a check found in place of what the one before did. */
  async replace(
    scope: LeftoverScope,
    found: readonly FoundLeftover[],
    checkedAt: Date,
  ): Promise<void> {
    await this.#knex.transaction(async trx => {
      if (found.length > 0) {
        await trx('leftovers')
          .insert(
            found.map(leftover => ({
              kind: scope.kind,
              driver: leftover.driver,
              ...toMessageColumns('location', leftover.location),
              provider_name: leftover.providerName,
              resource_id: leftover.resourceId ?? null,
              owner_ref: leftover.ownerRef ?? null,
              ...toMessageColumns('reason', leftover.reason),
              monthly_price_amount: leftover.monthlyPrice?.amount ?? null,
              monthly_price_currency: leftover.monthlyPrice?.currency ?? null,
              first_seen_at: checkedAt,
              checked_at: checkedAt,
            })),
          )
          .onConflict(['kind', 'driver', 'location', 'provider_name'])
          .merge([
            'resource_id',
            'location_message',
            'owner_ref',
            'reason',
            'reason_message',
            'monthly_price_amount',
            'monthly_price_currency',
            'checked_at',
          ]);
      }
      await trx('leftovers')
        .where(scope)
        .where('checked_at', '<', checkedAt)
        .delete();
    });
  }

  /** In order of kind and place. */
  async list(request: {
    limit: number;
    cursor?: string;
  }): Promise<Page<Leftover>> {
    const { limit } = request;
    const [{ count }] = await this.#knex('leftovers').select(
      this.#knex.raw('count(*)::int AS count'),
    );
    const key = ['kind', 'driver', 'location', 'provider_name'];
    const page = this.#select().orderBy(key);
    const after = cursorOf.decode(request.cursor);
    if (after) {
      page.whereRaw(`(${key.join(', ')}) > (?, ?, ?, ?)`, after);
    }
    const rows = await page.limit(limit + 1);
    return toPage(rows.map(toLeftover), {
      limit,
      totalItems: count,
      toCursor: ({ kind, driver, location, providerName }) =>
        cursorOf.encode([kind, driver, location, providerName]),
    });
  }

  async find(key: LeftoverKey): Promise<Leftover | undefined> {
    const row = await this.#select().where(toKeyColumns(key)).first();
    return row && toLeftover(row);
  }

  /** Forgets one that is not there any more. */
  async delete(key: LeftoverKey): Promise<void> {
    await this.#knex('leftovers').where(toKeyColumns(key)).delete();
  }

  #select() {
    return this.#knex<LeftoverRow>('leftovers').select(
      '*',
      this.#knex.raw(
        `kind = 'unknown-to-portal' AND EXISTS (
           SELECT FROM resources r WHERE r.id = leftovers.resource_id
             AND r.provider_name = leftovers.provider_name
             AND r.state IN ('deleted', 'withdrawn') AND r.deletion <> 'protect'
         ) AS is_removable`,
      ),
    );
  }
}

/** Which leftover. */
export type LeftoverKey = Pick<
  Leftover,
  'kind' | 'driver' | 'location' | 'providerName'
>;

function toKeyColumns(key: LeftoverKey) {
  return {
    kind: key.kind,
    driver: key.driver,
    location: key.location,
    provider_name: key.providerName,
  };
}

interface LeftoverRow {
  kind: Leftover['kind'];
  driver: string;
  location: string;
  location_message: MessageDescriptor | null;
  provider_name: string;
  resource_id: string | null;
  owner_ref: string | null;
  reason: string;
  reason_message: MessageDescriptor | null;
  monthly_price_amount: string | null;
  monthly_price_currency: string | null;
  first_seen_at: Date;
  checked_at: Date;
  is_removable: boolean;
}

function toLeftover(row: LeftoverRow): Leftover {
  return {
    kind: row.kind,
    driver: row.driver,
    location: row.location,
    providerName: row.provider_name,
    resourceId: row.resource_id ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    reason: row.reason,
    messages: toFieldMessages({
      location: row.location_message,
      reason: row.reason_message,
    }),
    monthlyPrice:
      row.monthly_price_amount !== null && row.monthly_price_currency !== null
        ? {
            amount: row.monthly_price_amount,
            currency: row.monthly_price_currency,
          }
        : undefined,
    firstSeenAt: row.first_seen_at.toISOString(),
    checkedAt: row.checked_at.toISOString(),
    isRemovable: row.is_removable,
  };
}
