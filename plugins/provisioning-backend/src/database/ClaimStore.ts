import type { Knex } from 'knex';
import { type ResourceRow, selectResources, toResource } from './resourceRows';
import type { StoredResource } from './StoredResource';

/** Which worker holds a resource, and until when; by the clock of the database. */
export class ClaimStore {
  readonly #knex: Knex;
  readonly #workerId: string;
  readonly #leaseMs: number;

  /**
   * @param options - the worker, and for how long it may be silent until another
   * one goes on
   */
  constructor(knex: Knex, options: { workerId: string; leaseMs: number }) {
    this.#knex = knex;
    this.#workerId = options.workerId;
    this.#leaseMs = options.leaseMs;
  }

  /**
   * Says that there is something to do.
   *
   * @returns the driver of the resource; undefined where there is no such resource
   */
  async markDue(trx: Knex, id: string): Promise<string | undefined> {
    const [row] = await trx('resources')
      .where({ id })
      .update({ work_due_at: trx.fn.now() })
      .returning('driver');
    return row?.driver;
  }

  /** Takes a resource that is due and that nobody holds; answers whether it did. */
  async claim(id: string): Promise<boolean> {
    const changed = await this.#knex('resources')
      .where({ id })
      .where('work_due_at', '<=', this.#knex.fn.now())
      .whereRaw('(claimed_until IS NULL OR claimed_until < now())')
      .update({
        claimed_by: this.#workerId,
        claimed_until: inMs(this.#knex, this.#leaseMs),
      });
    return changed > 0;
  }

  /** Says that this worker is alive and still works on these. */
  async renew(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) {
      await this.#knex('resources')
        .whereIn('id', ids)
        .where({ claimed_by: this.#workerId })
        .update({ claimed_until: inMs(this.#knex, this.#leaseMs) });
    }
  }

  /**
   * Reads a resource that this worker holds, and what time it is in the database.
   *
   * @returns undefined where another worker has gone on with it
   */
  async load(
    id: string,
  ): Promise<{ resource: StoredResource; now: number } | undefined> {
    const row: (ResourceRow & { now: Date }) | undefined =
      await selectResources(this.#knex)
        .select(this.#knex.raw('clock_timestamp() AS now'))
        .where({ 'r.id': id, 'r.claimed_by': this.#workerId })
        .first();
    return row && { resource: toResource(row), now: row.now.getTime() };
  }

  /**
   * Lets go of a resource, in the transaction that says what comes next: nothing,
   * or something after a while.
   *
   * @param held - the resource, as it was read or written last
   * @returns false where somebody else has changed it: then there is more to do,
   * and it is still held
   */
  async release(
    trx: Knex,
    held: Pick<StoredResource, 'id' | 'version'>,
    next?: { inMs: number; reason?: string },
  ): Promise<boolean> {
    const changed = await trx('resources')
      .where({
        id: held.id,
        version: held.version,
        claimed_by: this.#workerId,
      })
      .update({
        claimed_by: null,
        claimed_until: null,
        work_due_at: next ? inMs(trx, next.inMs) : null,
        ...(next?.reason && { state_reason: next.reason }),
      });
    return changed > 0;
  }

  /** Lets go of a resource that anybody is to go on with. */
  async giveBack(id: string, pauseMs = 0): Promise<void> {
    await this.#knex('resources')
      .where({ id, claimed_by: this.#workerId })
      .update({
        claimed_by: null,
        claimed_until: null,
        work_due_at: inMs(this.#knex, pauseMs),
      });
  }

  /**
   * What is due although nobody works on it, with its driver: what a worker left
   * behind when it was killed, or what waits for a free one.
   *
   * @param overdueMs - for how long it has to be due
   */
  async listAbandoned(
    overdueMs: number,
    limit: number,
  ): Promise<{ id: string; driver: string }[]> {
    return this.#knex('resources')
      .where('work_due_at', '<=', inMs(this.#knex, -overdueMs))
      .whereRaw('(claimed_until IS NULL OR claimed_until < now())')
      .orderBy('work_due_at')
      .limit(limit)
      .select('id', 'driver');
  }

  /** How many resources are due, and for how long the first one has been. */
  async readBacklog(): Promise<{ count: number; oldestSeconds: number }> {
    const [row] = await this.#knex('resources')
      .where('work_due_at', '<=', this.#knex.fn.now())
      .select(
        this.#knex.raw(
          `count(*)::int AS count,
           coalesce(extract(epoch FROM now() - min(work_due_at)), 0)::float AS seconds`,
        ),
      );
    return { count: row.count, oldestSeconds: row.seconds };
  }
}

function inMs(trx: Knex, ms: number) {
  return trx.raw(`now() + make_interval(secs => ?::float / 1000)`, [ms]);
}
