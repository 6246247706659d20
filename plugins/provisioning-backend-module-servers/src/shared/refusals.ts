import { ProviderRefusal } from '@atrium/plugin-provisioning-node';
import { isError } from '@backstage/errors';

/** What is there is of somebody else, and nothing was done. */
export function refuseForeign(what: string): ProviderRefusal {
  return new ProviderRefusal(
    `There is ${what} already that this portal did not make`,
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
    `The server '${serverName}' does not answer: ${message || code}`,
    { isTemporary: true },
  );
}

/** Who had the password took it, and with the user its hash is gone, too. */
export function refuseLostPassword(what: string): ProviderRefusal {
  return new ProviderRefusal(
    `The ${what} is gone, and the portal does not have its password any more: rotate the credentials`,
    { isTemporary: false },
  );
}

/** What was to be there for the work is gone. */
export function missing(what: string): Error {
  return new Error(`There is no ${what} any more`);
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
