import { allowIdle } from '@atrium/backend-common';
import type { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';

const RETRY_MS = 250;

/**
 * Does work that changes what is in force, one replica and one change at a time.
 *
 * @remarks The lock lasts as long as the transaction that `work` is given. What
 * takes effect is written in it: a replica that lost its connection, and so the
 * lock, cannot write. What is only prepared is written beside it. Whoever waits
 * keeps no connection meanwhile.
 */
export async function withAllocationLock<T>(
  knex: Knex,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  for (;;) {
    const done = await knex.transaction(async trx => {
      const { rows } = await trx.raw(
        `SELECT pg_try_advisory_xact_lock(
           hashtextextended(current_schema() || ' cost allocation', 0)) AS "isFree"`,
      );
      if (!rows[0].isFree) {
        return undefined;
      }
      await allowIdle(trx);
      return { result: await work(trx) };
    });
    if (done) {
      return done.result;
    }
    await setTimeout(RETRY_MS);
  }
}
