import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readEncryptionKeys } from './readEncryptionKeys';

const read = (provisioning: JsonObject) =>
  readEncryptionKeys(mockServices.rootConfig({ data: { provisioning } }));

describe('readEncryptionKeys', () => {
  it('takes secrets of 32 characters or more, the first for encryption', () => {
    const one = 'a'.repeat(32);
    const two = 'b'.repeat(32);
    const { currentKeyId } = read({ encryption: { keys: [{ secret: one }] } });
    expect(
      read({ encryption: { keys: [{ secret: two }, { secret: one }] } })
        .currentKeyId,
    ).not.toBe(currentKeyId);
    expect(() => read({ encryption: { keys: [{ secret: 'short' }] } })).toThrow(
      "'provisioning.encryption.keys[0].secret' must have 32",
    );
  });

  it('is needed once definitions are configured', () => {
    expect(read({}).isConfigured).toBe(false);
    expect(read({ encryption: { keys: [{ secret: '' }] } }).isConfigured).toBe(
      false,
    );
    expect(() => read({ definitions: { folder: 'definitions' } })).toThrow(
      "Set 'provisioning.encryption.keys'",
    );
  });
});
