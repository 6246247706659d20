import type { Knex } from 'knex';

const LOCK = 'scorecard-evaluation';

/**
 * Waits until nobody else writes results or changes what their ranks mean, and keeps
 * others from it until the transaction ends; also where a replica was held up.
 */
export async function lockResults(trx: Knex.Transaction): Promise<void> {
  await trx.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [LOCK]);
}
