import type { Knex } from 'knex';

/**
 * Waits until nobody else writes what a provider says of some entities, and keeps
 * others from it until the transaction ends. What there is to know is to be read by a
 * later statement: this one, and those it waited with, do not see what was written
 * while they waited.
 */
export async function lockFacts(
  trx: Knex.Transaction,
  provider: string,
  entityIds: readonly number[],
): Promise<void> {
  const ids = [...new Set(entityIds)].sort((a, b) => a - b);
  // Only a row can be locked. All take them in the same order, so none waits for
  // somebody who waits for them.
  await trx.raw(
    `INSERT INTO facts (entity_id, provider)
     SELECT id, ? FROM unnest(?::int[]) AS t (id) ORDER BY id
     ON CONFLICT (entity_id, provider) DO NOTHING`,
    [provider, ids],
  );
  await trx.raw(
    `SELECT FROM facts WHERE provider = ? AND entity_id = ANY(?::int[])
     ORDER BY entity_id FOR UPDATE`,
    [provider, ids],
  );
}
