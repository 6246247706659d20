import { driverWords, ProviderRefusal } from '@atrium/plugin-provisioning-node';
import { isError } from '@backstage/errors';

/** What refusals are about. */
type Thing =
  | 'database'
  | 'databaseOrRole'
  | 'databaseOrUser'
  | 'queue'
  | 'role'
  | 'schemaOrRole'
  | 'stream'
  | 'user'
  | 'virtualHost'
  | 'virtualHostOrUser';

/** What is there is of somebody else, and nothing was done. */
export function refuseForeign(thing: Thing, name: string): ProviderRefusal {
  return new ProviderRefusal(
    driverWords.write('provisioning.driver.foreign', {
      thing: driverWords.describe(`provisioning.named.${thing}`, { name }),
    }),
    { isTemporary: false },
  );
}

/**
 * The server could not be asked, and nothing was done.
 *
 * @param error - Its message is shown: it says the address and never a password.
 */
export function refuseUnreachable(
  serverName: string,
  error: unknown,
): ProviderRefusal {
  const { code, message } = describeError(error);
  return new ProviderRefusal(
    driverWords.write('provisioning.driver.unreachable', {
      server: serverName,
      answer: message || code,
    }),
    { isTemporary: true },
  );
}

/** Who had the password took it, and with the user its hash is gone, too. */
export function refuseLostPassword(
  thing: Thing,
  name: string,
): ProviderRefusal {
  return new ProviderRefusal(
    driverWords.write('provisioning.driver.lostPassword', {
      thing: driverWords.describe(`provisioning.named.${thing}`, { name }),
    }),
    { isTemporary: false },
  );
}

/** What was to be there for the work is gone. */
export function missing(thing: Thing, name: string): Error {
  return driverWords.error(
    Error,
    driverWords.describe('provisioning.driver.missing', {
      thing: driverWords.describe(`provisioning.named.${thing}`, { name }),
    }),
  );
}

/** The code and the message of what was thrown, without its cause. */
export function describeError(error: unknown): {
  code: string;
  message: string;
} {
  if (!isError(error)) {
    return { code: '', message: '' };
  }
  // One error for each address that a name has.
  if (Array.isArray(error.errors) && error.errors.length > 0) {
    return describeError(error.errors[0]);
  }
  return { code: String(error.code ?? ''), message: error.message };
}
