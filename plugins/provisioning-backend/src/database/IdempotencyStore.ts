import type { Knex } from 'knex';

/** What a key of a caller stands for. */
export interface StoredIdempotencyKey {
  bodyHash: string;
  requestId: string;
}

/** Keeps which request a key of a caller stands for. */
export class IdempotencyStore {
  /**
   * Holds a key until the transaction ends: of several that bring the same one
   * at once, all but the first wait here, and find what it has made.
   */
  async lock(
    trx: Knex.Transaction,
    principalRef: string,
    key: string,
  ): Promise<StoredIdempotencyKey | undefined> {
    await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `provisioning ${principalRef} ${key}`,
    ]);
    const row = await trx('idempotency_keys')
      .where({ principal_ref: principalRef, key })
      .first();
    return row && { bodyHash: row.body_hash, requestId: row.request_id };
  }

  async insert(
    trx: Knex.Transaction,
    entry: StoredIdempotencyKey & { principalRef: string; key: string },
  ): Promise<void> {
    await trx('idempotency_keys').insert({
      principal_ref: entry.principalRef,
      key: entry.key,
      body_hash: entry.bodyHash,
      request_id: entry.requestId,
    });
  }
}
