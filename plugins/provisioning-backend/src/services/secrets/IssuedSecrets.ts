import type { IssuedCredentials } from '@atrium/plugin-provisioning-node';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import type {
  CredentialStore,
  EncryptedSeed,
} from '../../database/CredentialStore';
import { derivePassword } from './derivePassword';
import type { EncryptionKeys } from './EncryptionKeys';
import { words } from '../../provisioningWords';

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

  /** Makes a new seed, which is to be kept before its passwords are used. */
  async create(
    owner: CredentialOwner,
  ): Promise<{ seed: EncryptedSeed; credentials: IssuedCredentials }> {
    const seed = randomBytes(SEED_BYTES);
    return {
      seed: await this.#keys.encrypt(seed, toContext(owner)),
      credentials: toCredentials(owner, seed),
    };
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
      throw words.error(
        ConflictError,
        words.describe('provisioning.refusal.credentialsTaken'),
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
    return toCredentials(
      owner,
      await this.#keys.decrypt(seedJwe, toContext(owner)),
    );
  }
}

function toCredentials(
  { generation }: CredentialOwner,
  seed: Uint8Array,
): IssuedCredentials {
  return { generation, password: name => derivePassword(seed, name) };
}

function toContext({ resourceId, generation }: CredentialOwner): string {
  return `${resourceId}/${generation}`;
}
