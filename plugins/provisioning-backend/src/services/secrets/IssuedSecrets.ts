import type { IssuedCredentials } from '@atrium/plugin-provisioning-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import type {
  CredentialStore,
  EncryptedSeed,
  OutdatedSeed,
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
  readonly #logger: LoggerService;
  readonly #store: CredentialStore;

  constructor(options: {
    keys: EncryptionKeys;
    logger: LoggerService;
    store: CredentialStore;
  }) {
    this.#keys = options.keys;
    this.#logger = options.logger;
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

  /**
   * Encrypts with the first key all that another one has encrypted. What no key
   * decrypts stays as it is and holds up nothing else.
   *
   * @returns how many seeds it has encrypted anew
   */
  async reencrypt({
    batchSize = 100,
    signal,
  }: { batchSize?: number; signal?: AbortSignal } = {}): Promise<number> {
    if (!this.#keys.isConfigured) {
      return 0;
    }
    const failures: { seed: OutdatedSeed; error: unknown }[] = [];
    let count = 0;
    let after: OutdatedSeed | undefined;
    do {
      const outdated = await this.#store.listOutdated(this.#keys.currentKeyId, {
        limit: batchSize,
        after,
      });
      for (const seed of outdated) {
        const context = toContext(seed);
        const content = await this.#keys
          .decrypt(seed.seedJwe, context)
          .catch(error => {
            failures.push({ seed, error });
          });
        if (content) {
          await this.#store.replaceSeed(
            seed,
            await this.#keys.encrypt(content, context),
          );
          count++;
        }
      }
      after = outdated.at(-1);
    } while (after && !signal?.aborted);
    const [first] = failures;
    if (first) {
      this.#logger.warn('Some credentials cannot be decrypted', {
        failedCount: failures.length,
        firstResourceId: first.seed.resourceId,
        firstReason: stringifyError(first.error),
      });
    }
    return count;
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
