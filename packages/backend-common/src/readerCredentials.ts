import type { AuthService } from '@backstage/backend-plugin-api';
import type { AccountCredentials } from './audited';

/**
 * With whose rights the catalog is read for a caller: those of a person, or for a
 * program those of the plugin.
 *
 * @remarks The policy hides no entity from a program. A token that is restricted to
 * a plugin is not handed on to the catalog by the framework: only with rights of its
 * own can a plugin be called by a token that is good for nothing else.
 */
export async function readerCredentials(
  auth: Pick<AuthService, 'getOwnServiceCredentials'>,
  credentials: AccountCredentials,
): Promise<AccountCredentials> {
  return credentials.principal.type === 'service'
    ? auth.getOwnServiceCredentials()
    : credentials;
}
