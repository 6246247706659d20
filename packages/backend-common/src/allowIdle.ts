import type { Knex } from 'knex';

/**
 * Lets a transaction wait for as long as work goes on elsewhere. Without it,
 * PostgreSQL ends the connection after `idle_in_transaction_session_timeout`, a
 * minute in production, and with it the locks that the transaction holds.
 *
 * @remarks A process that is gone still leaves nothing behind: PostgreSQL notices
 * that its connections are.
 */
export async function allowIdle(trx: Knex.Transaction): Promise<void> {
  await trx.raw('SET LOCAL idle_in_transaction_session_timeout = 0');
}
