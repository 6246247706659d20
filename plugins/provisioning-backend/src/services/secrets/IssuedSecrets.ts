import type { IssuedCredentials } from '@atrium/plugin-provisioning-node';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import type { CredentialStore } from '../../database/CredentialStore';
import { derivePassword } from './derivePassword';
import type { EncryptionKeys } from './EncryptionKeys';

const SEED_BYTES = 32;

/** Whose secrets: a generation of the credentials of a resource. */
export interface CredentialOwner {
  resourceId: string;
  generation: number;
}

/**
 * The passwords that the portal issues. Each generation has a random seed, kept
 * encrypted until somebody takes the credentials; passwords are derived from it,
 * so that a step that is repeated sets the same ones.
 */
export class IssuedSecrets {
  readonly #keys: EncryptionKeys;
  readonly #store: CredentialStore;

  constructor(options: { keys: EncryptionKeys; store: CredentialStore }) {
    this.#keys = options.keys;
    this.#store = options.store;
  }

  /** Makes and keeps the seed of a generation, unless it has one. */
  async ensureSeed(
    trx: Knex,
    owner: CredentialOwner,
    outputs: readonly string[],
  ): Promise<void> {
    const seed = await this.#keys.encrypt(
      randomBytes(SEED_BYTES),
      toContext(owner),
    );
    await this.#store.insertSeed(trx, { ...owner, ...seed, outputs });
  }

  /**
   * The passwords of a generation.
   *
   * @returns undefined where somebody took them, and the portal has them no more
   */
  async open(owner: CredentialOwner): Promise<IssuedCredentials | undefined> {
    const credential = await this.#store.get(
      owner.resourceId,
      owner.generation,
    );
    return credential?.seed && this.#open(owner, credential.seed.seedJwe);
  }

  /**
   * The passwords of a generation for the one person that takes them; the portal
   * forgets them with the transaction.
   *
   * @throws ConflictError where they were taken before
   */
  async take(
    trx: Knex,
    owner: CredentialOwner,
    takenBy: string,
  ): Promise<IssuedCredentials> {
    const seed = await this.#store.take(trx, owner, takenBy);
    if (!seed) {
      throw new ConflictError(
        'These credentials were shown before and are not kept any more. Rotate them to get new ones',
      );
    }
    return this.#open(owner, seed.seedJwe);
  }

  /** Encrypts with the first key what another one has encrypted; answers how many. */
  async reencrypt(batchSize = 100): Promise<number> {
    if (!this.#keys.isConfigured) {
      return 0;
    }
    const outdated = await this.#store.listOutdated(
      this.#keys.currentKeyId,
      batchSize,
    );
    for (const seed of outdated) {
      const context = toContext(seed);
      const content = await this.#keys.decrypt(seed.seedJwe, context);
      await this.#store.replaceSeed(
        seed,
        await this.#keys.encrypt(content, context),
      );
    }
    return outdated.length;
  }

  async #open(
    owner: CredentialOwner,
    seedJwe: string,
  ): Promise<IssuedCredentials> {
    const seed = await this.#keys.decrypt(seedJwe, toContext(owner));
    return {
      generation: owner.generation,
      password: name => derivePassword(seed, name),
    };
  }
}

function toContext({ resourceId, generation }: CredentialOwner): string {
  return `${resourceId}/${generation}`;
}
