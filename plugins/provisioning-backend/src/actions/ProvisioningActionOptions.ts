import {
  type AuthService,
  type BackstageCredentials,
  type BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { DefinitionReads } from '../services/reads/DefinitionReads';
import type { RequestReads } from '../services/reads/RequestReads';
import type { ResourceReads } from '../services/reads/ResourceReads';
import type { Previews } from '../services/requests/Previews';
import type { RequestResourceServices } from '../services/requests/requestResource';

/** What the actions ask. */
export interface ProvisioningActionOptions extends RequestResourceServices {
  auth: AuthService;
  definitionReads: DefinitionReads;
  previews: Previews;
  requestReads: RequestReads;
  resourceReads: ResourceReads;
}

/**
 * The person on whose behalf an agent acts.
 *
 * @throws NotAllowedError when there is none
 */
export function requirePerson(
  auth: AuthService,
  credentials: BackstageCredentials,
): BackstageCredentials<BackstageUserPrincipal> {
  if (!auth.isPrincipal(credentials, 'user')) {
    throw new NotAllowedError('Only a person may ask for resources');
  }
  return credentials;
}
