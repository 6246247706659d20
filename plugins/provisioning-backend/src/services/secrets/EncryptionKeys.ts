import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';
import { createHash, hkdfSync } from 'node:crypto';
import type { EncryptedSeed } from '../../database/CredentialStore';

/** What a secret of the config is turned into a key for. */
const KEY_PURPOSE = 'atrium provisioning credential seeds';

const KEY_BYTES = 32;

interface EncryptionKey {
  id: string;
  /** Imported once, and not for each seed. */
  key: Promise<CryptoKey>;
}

/**
 * Encrypts what is kept: JWE with a direct key and A256GCM. The first key
 * encrypts, all of them decrypt, so that a key is replaced by putting another
 * one before it.
 */
export class EncryptionKeys {
  readonly #keys: EncryptionKey[];

  /** @param secrets - each of 32 characters or more, the current one first */
  constructor(secrets: readonly string[]) {
    this.#keys = secrets.map(secret => {
      const bytes = new Uint8Array(
        hkdfSync('sha256', secret, '', KEY_PURPOSE, KEY_BYTES),
      );
      const id = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
      const key = crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, [
        'encrypt',
        'decrypt',
      ]);
      return { id, key };
    });
  }

  /** Whether there is any. */
  get isConfigured(): boolean {
    return this.#keys.length > 0;
  }

  /** The id of the key that encrypts. */
  get currentKeyId(): string {
    return this.#current().id;
  }

  /**
   * @param context - whose it is; it can be decrypted for the same only
   * @throws Error where no key is configured
   */
  async encrypt(content: Uint8Array, context: string): Promise<EncryptedSeed> {
    const { id, key } = this.#current();
    const seedJwe = await new CompactEncrypt(content)
      .setProtectedHeader({
        alg: 'dir',
        enc: 'A256GCM',
        kid: id,
        sub: context,
      })
      .encrypt(await key);
    return { seedJwe, keyId: id };
  }

  /**
   * @throws Error where the key is not configured any more, or it was encrypted
   * for something else
   */
  async decrypt(jwe: string, context: string): Promise<Uint8Array> {
    const { kid, sub } = decodeProtectedHeader(jwe);
    const found = this.#keys.find(({ id }) => id === kid);
    if (!found) {
      throw new Error(
        `The key '${kid}' that encrypted a secret is not in 'provisioning.encryption.keys' any more`,
      );
    }
    if (sub !== context) {
      throw new Error('A secret was encrypted for something else');
    }
    const { plaintext } = await compactDecrypt(jwe, await found.key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return plaintext;
  }

  #current(): EncryptionKey {
    const [first] = this.#keys;
    if (!first) {
      throw new Error(
        "Set 'provisioning.encryption.keys': without a key no credentials can be made",
      );
    }
    return first;
  }
}
