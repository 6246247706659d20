import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { CompactEncrypt } from 'jose';
import type { Knex } from 'knex';
import { hkdfSync } from 'node:crypto';
import { openTestDatabase } from '../../__testUtils__/openTestDatabase';
import { sampleResource } from '../../__testUtils__/sampleResource';
import { CredentialStore } from '../../database/CredentialStore';
import { ResourceStore } from '../../database/ResourceStore';
import { derivePassword } from './derivePassword';
import { EncryptionKeys } from './EncryptionKeys';
import { IssuedSecrets } from './IssuedSecrets';

const OLD = 'old-key-of-32-characters-or-more-1';
const NEW = 'new-key-of-32-characters-or-more-2';
const LOST = 'lost-key-of-32-characters-or-more-3';

describe('derivePassword', () => {
  it('stands on the HKDF of RFC 5869, test case 1', () => {
    const okm = hkdfSync(
      'sha256',
      Buffer.from('0b'.repeat(22), 'hex'),
      Buffer.from('000102030405060708090a0b0c', 'hex'),
      Buffer.from('f0f1f2f3f4f5f6f7f8f9', 'hex'),
      42,
    );
    expect(Buffer.from(okm).toString('hex')).toBe(
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    );
  });

  it('gives the same 32 characters for a name, and others for another', () => {
    const seed = new Uint8Array(32).fill(7);
    const password = derivePassword(seed, 'owner');
    expect(password).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(derivePassword(seed, 'owner')).toBe(password);
    expect(derivePassword(seed, 'reader')).not.toBe(password);
    expect(derivePassword(new Uint8Array(32), 'owner')).not.toBe(password);
  });

  it('favours no character', () => {
    const counts = new Map<string, number>();
    for (let number = 0; number < 2_000; number++) {
      const seed = new Uint8Array([number % 256, number >> 8]);
      for (const character of derivePassword(seed, 'owner')) {
        counts.set(character, (counts.get(character) ?? 0) + 1);
      }
    }
    // 64,000 characters over 62: 1,032 each, give or take 32 (one deviation).
    expect(counts.size).toBe(62);
    expect(Math.min(...counts.values())).toBeGreaterThan(1_032 - 5 * 32);
    expect(Math.max(...counts.values())).toBeLessThan(1_032 + 5 * 32);
  });
});

describe('EncryptionKeys', () => {
  const content = new TextEncoder().encode('a seed');

  it('encrypts with the first key, for one purpose, and decrypts with all', async () => {
    const old = new EncryptionKeys([OLD]);
    const { seedJwe, keyId } = await old.encrypt(content, 'resource/1');
    expect(keyId).toBe(old.currentKeyId);
    expect(seedJwe.split('.')).toHaveLength(5);
    expect(
      JSON.parse(Buffer.from(seedJwe.split('.')[0], 'base64url').toString()),
    ).toEqual({ alg: 'dir', enc: 'A256GCM', kid: keyId, sub: 'resource/1' });

    const both = new EncryptionKeys([NEW, OLD]);
    expect(both.currentKeyId).not.toBe(keyId);
    expect(await both.decrypt(seedJwe, 'resource/1')).toEqual(content);
    await expect(both.decrypt(seedJwe, 'resource/2')).rejects.toThrow(
      'for something else',
    );
    await expect(
      new EncryptionKeys([NEW]).decrypt(seedJwe, 'resource/1'),
    ).rejects.toThrow(`The key '${keyId}'`);
  });

  it('refuses what was tampered with, and other ways to encrypt', async () => {
    const keys = new EncryptionKeys([OLD]);
    const { seedJwe } = await keys.encrypt(content, 'resource/1');
    const parts = seedJwe.split('.');
    const header = JSON.parse(Buffer.from(parts[0], 'base64url').toString());
    parts[0] = Buffer.from(
      JSON.stringify({ ...header, sub: 'resource/2' }),
    ).toString('base64url');
    await expect(keys.decrypt(parts.join('.'), 'resource/2')).rejects.toThrow(
      'decryption operation failed',
    );

    const other = await new CompactEncrypt(content)
      .setProtectedHeader({ ...header, enc: 'A128GCM' })
      .encrypt(new Uint8Array(16));
    await expect(keys.decrypt(other, 'resource/1')).rejects.toThrow(
      'not allowed',
    );
  });

  it('says what to do without a key', async () => {
    const keys = new EncryptionKeys([]);
    expect(keys.isConfigured).toBe(false);
    await expect(keys.encrypt(content, 'resource/1')).rejects.toThrow(
      "Set 'provisioning.encryption.keys'",
    );
  });
});

describe('IssuedSecrets', () => {
  const databases = TestDatabases.create();
  const owner = { resourceId: sampleResource().id, generation: 1 };
  const logger = mockServices.logger.mock();
  let knex: Knex;
  let store: CredentialStore;

  const openSecrets = (...keys: string[]) =>
    new IssuedSecrets({ keys: new EncryptionKeys(keys), logger, store });

  beforeAll(async () => {
    knex = await openTestDatabase(databases);
    store = new CredentialStore(knex);
    await new ResourceStore(knex).insert(knex, sampleResource(), {
      title: 'Requested',
    });
  });

  it('opens a seed, encrypts it anew with a new key, and shows it once', async () => {
    const old = openSecrets(OLD);
    const { seed, credentials } = await old.create(owner);
    await knex('credentials').insert({
      resource_id: owner.resourceId,
      generation: owner.generation,
      seed_jwe: seed.seedJwe,
      key_id: seed.keyId,
      store: 'portal',
    });
    const password = credentials.password('owner');
    expect((await old.open(owner))?.password('owner')).toBe(password);

    const both = openSecrets(NEW, OLD);
    expect(await both.reencrypt()).toBe(1);
    expect(await both.reencrypt()).toBe(0);

    const fresh = openSecrets(NEW);
    const taken = await knex.transaction(trx =>
      fresh.take(trx, owner, 'user:default/grace'),
    );
    expect(taken.password('owner')).toBe(password);
    expect(await fresh.open(owner)).toBeUndefined();
    await expect(
      knex.transaction(trx => fresh.take(trx, owner, 'user:default/grace')),
    ).rejects.toThrow('not kept any more');
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('encrypts the others anew where a key is lost', async () => {
    const { resourceId } = owner;
    const lost = openSecrets(LOST);
    const old = openSecrets(OLD);
    // The lost ones first, more than a batch of them, and one in between.
    for (const [generation, secrets] of [
      [11, lost],
      [12, lost],
      [13, old],
      [14, lost],
      [15, old],
    ] as const) {
      const { seed } = await secrets.create({ resourceId, generation });
      await knex('credentials').insert({
        resource_id: resourceId,
        generation,
        seed_jwe: seed.seedJwe,
        key_id: seed.keyId,
        store: 'portal',
      });
    }
    expect(await openSecrets(NEW, OLD).reencrypt({ batchSize: 2 })).toBe(2);

    const fresh = openSecrets(NEW);
    for (const generation of [13, 15]) {
      expect(await fresh.open({ resourceId, generation })).toBeDefined();
    }
    const lostKeyId = new EncryptionKeys([LOST]).currentKeyId;
    expect(logger.warn.mock.calls).toEqual([
      [
        'Some credentials cannot be decrypted',
        {
          failedCount: 3,
          firstResourceId: resourceId,
          firstReason: expect.stringContaining(lostKeyId),
        },
      ],
    ]);
    // Whoever finds the key again has lost nothing.
    expect(await lost.open({ resourceId, generation: 14 })).toBeDefined();
  });
});
