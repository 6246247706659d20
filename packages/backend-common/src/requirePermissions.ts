import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  type AuthorizePermissionRequest,
  AuthorizeResult,
} from '@backstage/plugin-permission-common';

/** What a refusal says: an error of a message, or a text of no other language. */
type Refusal = string | NotAllowedError;

/** What somebody needs, and what they read who lack it. */
export interface RequiredPermissions {
  credentials: BackstageCredentials;
  /** All of them are needed. */
  permissions: AuthorizePermissionRequest[];
  /**
   * The refusal, or its message: who may, and whom to ask.
   *
   * @param refusedRefs - refs of the resources that the caller may not touch;
   * none for permissions that are about no resource
   */
  refusal(refusedRefs: string[]): Refusal | Promise<Refusal>;
}

/**
 * Refuses whoever lacks one of several permissions.
 *
 * @throws NotAllowedError
 */
export async function requirePermissions(
  service: PermissionsService,
  { credentials, permissions, refusal }: RequiredPermissions,
): Promise<void> {
  const decisions = await service.authorize(permissions, { credentials });
  const refused = permissions.filter(
    (_, index) => decisions[index].result !== AuthorizeResult.ALLOW,
  );
  if (refused.length > 0) {
    const refs = refused.flatMap(({ resourceRef }) => resourceRef ?? []);
    const error = await refusal([...new Set(refs)]);
    throw typeof error === 'string' ? new NotAllowedError(error) : error;
  }
}

/** Whether somebody has a permission. */
export async function hasPermission(
  service: PermissionsService,
  request: AuthorizePermissionRequest,
  options: { credentials: BackstageCredentials },
): Promise<boolean> {
  const [decision] = await service.authorize([request], options);
  return decision.result === AuthorizeResult.ALLOW;
}
