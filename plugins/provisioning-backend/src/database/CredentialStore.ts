import type { CredentialReference } from '@atrium/plugin-provisioning-common';
import type { Knex } from 'knex';

/** The encrypted seed of a generation, and which key opens it. */
export interface EncryptedSeed {
  seedJwe: string;
  keyId: string;
}

/** Where the secrets of a generation are. */
export interface StoredCredential extends CredentialReference {
  /** Only while the portal keeps it. */
  seed?: EncryptedSeed;
}

/** A seed that was encrypted with a key that is not the first any more. */
export interface OutdatedSeed extends EncryptedSeed {
  resourceId: string;
  generation: number;
}

/** Keeps where secrets are, and the encrypted seeds of issued ones. */
export class CredentialStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** All generations of a resource, the oldest first. */
  async list(resourceId: string): Promise<StoredCredential[]> {
    const rows = await this.#knex<CredentialRow>('credentials')
      .where({ resource_id: resourceId })
      .orderBy('generation');
    return rows.map(toCredential);
  }

  async get(
    resourceId: string,
    generation: number,
    trx: Knex = this.#knex,
  ): Promise<StoredCredential | undefined> {
    const row = await trx<CredentialRow>('credentials')
      .where({ resource_id: resourceId, generation })
      .first();
    return row && toCredential(row);
  }

  /**
   * Says that somebody took the secrets, and forgets the seed.
   *
   * @returns the seed as it was; `undefined` where it was taken before
   */
  async take(
    trx: Knex,
    { resourceId, generation }: { resourceId: string; generation: number },
    takenBy: string,
  ): Promise<EncryptedSeed | undefined> {
    const key = { resource_id: resourceId, generation };
    const row = await trx<CredentialRow>('credentials')
      .where({ ...key, store: 'portal' })
      .whereNotNull('seed_jwe')
      .forUpdate()
      .first();
    if (!row?.seed_jwe || !row.key_id) {
      return undefined;
    }
    await trx('credentials').where(key).update({
      seed_jwe: null,
      key_id: null,
      store: 'shown',
      taken_by: takenBy,
      taken_at: trx.fn.now(),
    });
    return { seedJwe: row.seed_jwe, keyId: row.key_id };
  }

  /** Forgets the seeds of all generations of a resource. */
  async forgetSeeds(trx: Knex, resourceId: string): Promise<void> {
    await trx('credentials')
      .where({ resource_id: resourceId })
      .update({ seed_jwe: null, key_id: null });
  }

  /**
   * Seeds that another key than this one has encrypted, in order.
   *
   * @param page - at most how many, from the one after the last that was read
   */
  async listOutdated(
    keyId: string,
    page: {
      limit: number;
      after?: Pick<OutdatedSeed, 'resourceId' | 'generation'>;
    },
  ): Promise<OutdatedSeed[]> {
    const { limit, after } = page;
    const query = this.#knex<CredentialRow>('credentials')
      .whereNotNull('seed_jwe')
      .whereNot({ key_id: keyId })
      .orderBy(['resource_id', 'generation'])
      .limit(limit);
    const rows = await (after
      ? query.whereRaw('(resource_id, generation) > (?::uuid, ?::integer)', [
          after.resourceId,
          after.generation,
        ])
      : query);
    return rows.flatMap(row =>
      row.seed_jwe && row.key_id
        ? {
            resourceId: row.resource_id,
            generation: row.generation,
            seedJwe: row.seed_jwe,
            keyId: row.key_id,
          }
        : [],
    );
  }

  /** Puts another encryption of the same seed in place, unless it is gone. */
  async replaceSeed(
    outdated: OutdatedSeed,
    seed: EncryptedSeed,
  ): Promise<void> {
    await this.#knex('credentials')
      .where({
        resource_id: outdated.resourceId,
        generation: outdated.generation,
        seed_jwe: outdated.seedJwe,
      })
      .update({ seed_jwe: seed.seedJwe, key_id: seed.keyId });
  }
}

interface CredentialRow {
  resource_id: string;
  generation: number;
  seed_jwe: string | null;
  key_id: string | null;
  store: CredentialReference['store'];
  reference: string | null;
  outputs: string[];
  taken_by: string | null;
  taken_at: Date | null;
}

function toCredential(row: CredentialRow): StoredCredential {
  return {
    generation: row.generation,
    outputs: row.outputs,
    store: row.store,
    reference: row.reference ?? undefined,
    takenBy: row.taken_by ?? undefined,
    takenAt: row.taken_at?.toISOString(),
    ...(row.seed_jwe &&
      row.key_id && { seed: { seedJwe: row.seed_jwe, keyId: row.key_id } }),
  };
}
