import knexFactory, { type Knex } from 'knex';

/**
 * Another client of a test database, for which PostgreSQL ends connections whose
 * transaction is idle for longer than some milliseconds. Whoever asks ends it.
 */
export async function limitIdleTransactions(
  knex: Knex,
  timeoutMs: number,
): Promise<Knex> {
  await knex.raw(
    `DO $$ BEGIN
       EXECUTE format(
         'ALTER DATABASE %I SET idle_in_transaction_session_timeout = ${timeoutMs}',
         current_database());
     END $$`,
  );
  return knexFactory(knex.client.config);
}
