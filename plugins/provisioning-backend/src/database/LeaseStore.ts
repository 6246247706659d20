import type { Knex } from 'knex';
import {
  GRACE_ENDS_AT,
  type ResourceRow,
  selectResources,
  toResource,
} from './resourceRows';
import type { StoredResource } from './StoredResource';

/** A resource whose owner has to hear that its lease ends. */
export interface DueReminder {
  resource: StoredResource;
  /** The reminder that is due: so many days before the end, or fewer. */
  days: number;
}

const BATCH = 200;

/** Knows whose lease ends or is over, by the clock of the database. */
export class LeaseStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Whose reminder is due and was not sent, a batch of them; the lease of what is
   * protected ends nothing.
   *
   * @param days - how many days before the end there is a reminder, in any order;
   * one as early as the lease is long is left out
   */
  async listReminders(days: readonly number[]): Promise<DueReminder[]> {
    const rows: (ResourceRow & { due_days: number })[] = await selectResources(
      this.#knex,
    )
      .select('due.days AS due_days')
      .joinRaw(
        `CROSS JOIN LATERAL (
           SELECT min(d) AS days FROM unnest(?::int[]) AS d
           WHERE r.lease_ends_at <= now() + make_interval(days => d)
             AND d < coalesce(r.lease_days, r.lease_default_days)
         ) AS due`,
        [[...days]],
      )
      .where('r.state', 'ready')
      .whereNot('r.deletion', 'protect')
      .whereRaw('r.lease_ends_at > now()')
      .whereRaw(
        `(r.lease_reminded_ends_at IS DISTINCT FROM r.lease_ends_at
          OR r.lease_reminded_days > due.days)`,
      )
      .whereRaw('due.days IS NOT NULL')
      .orderBy('r.lease_ends_at')
      .limit(BATCH);
    return rows.map(row => ({ resource: toResource(row), days: row.due_days }));
  }

  /** Notes that a reminder was sent, for the lease as it was read. */
  async markReminded(
    trx: Knex,
    { resource, days }: DueReminder,
  ): Promise<void> {
    await trx('resources')
      .where({ id: resource.id })
      .update({
        lease_reminded_days: days,
        lease_reminded_ends_at: resource.lease?.endsAt ?? null,
      });
  }

  /** What is ready although its lease is over, unless it is protected. */
  async listEnded(): Promise<StoredResource[]> {
    const rows: ResourceRow[] = await selectResources(this.#knex)
      .where('r.state', 'ready')
      .whereNot('r.deletion', 'protect')
      .whereRaw('r.lease_ends_at <= now()')
      .orderBy('r.lease_ends_at')
      .limit(BATCH);
    return rows.map(toResource);
  }

  /** What nobody has extended until its grace period was over. */
  async listGraceEnded(): Promise<StoredResource[]> {
    const rows: ResourceRow[] = await selectResources(this.#knex)
      .where({ 'r.state': 'expiring', 'r.desired': 'suspended' })
      .whereNot('r.deletion', 'protect')
      .whereRaw(`${GRACE_ENDS_AT} <= now()`)
      .orderBy('r.lease_ends_at')
      .limit(BATCH);
    return rows.map(toResource);
  }
}
