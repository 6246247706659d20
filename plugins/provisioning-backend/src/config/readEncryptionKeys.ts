import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { EncryptionKeys } from '../services/secrets/EncryptionKeys';

const MIN_LENGTH = 32;

/**
 * Reads `provisioning.encryption`.
 *
 * @throws InputError where definitions are configured and no key is
 */
export function readEncryptionKeys(root: RootConfigService): EncryptionKeys {
  const keys =
    root.getOptionalConfigArray('provisioning.encryption.keys') ?? [];
  const secrets = keys.flatMap((key, index) => {
    // Empty where the environment has none.
    const secret = key.getOptional('secret') || undefined;
    if (secret === undefined) {
      return [];
    }
    if (typeof secret !== 'string' || secret.length < MIN_LENGTH) {
      throw new InputError(
        `'provisioning.encryption.keys[${index}].secret' must have ${MIN_LENGTH} characters or more`,
      );
    }
    return [secret];
  });
  if (secrets.length === 0 && root.has('provisioning.definitions')) {
    throw new InputError(
      "Set 'provisioning.encryption.keys': credentials of what is provisioned are kept encrypted with it. `openssl rand -base64 32` makes a secret for it",
    );
  }
  return new EncryptionKeys(secrets);
}
