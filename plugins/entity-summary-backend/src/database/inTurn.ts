import type { Knex } from 'knex';

/**
 * Writes several rows of entities in a transaction, one writer at a time, whichever
 * replica it is. Each writer meets the rows in an order of its own, so that two of
 * them could wait for each other for ever. Who takes a row must also see what
 * another has just written of its owner.
 */
export async function inTurn<T>(
  knex: Knex,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return knex.transaction(async trx => {
    await trx.raw('SELECT pg_advisory_xact_lock(hashtext(?), 0)', [
      'entity-summary save',
    ]);
    return work(trx);
  });
}
