import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  type RequiredPermissions,
  requirePermissions,
} from './requirePermissions';

/** What {@link audited} works with. */
export interface AuditedServices {
  auditor: AuditorService;
  permissions: PermissionsService;
}

/** A person or a program. */
export type AccountCredentials = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

/** A change that somebody wants to make. */
export interface AuditedChange<T> {
  /** In kebab-case and without the plugin, such as `exclusion-create`. */
  eventId: string;
  /** `medium` by default. */
  severityLevel?: AuditorServiceCreateEventOptions['severityLevel'];
  /** Absent where the change did not come by a route. */
  request?: AuditorServiceCreateEventOptions['request'];
  /** What is changed; who changes it is added. */
  meta: JsonObject;
  /**
   * Who changes it and what they need. Absent where the sender has no account,
   * as with a signed webhook.
   */
  access?: RequiredPermissions & { credentials: AccountCredentials };
  /** Makes the change. It may refuse it as well, for reasons of its own. */
  work(): Promise<T>;
  /** What the record of success says of the result. */
  describe?(result: T): JsonObject;
}

/**
 * Authorises, makes and records a change.
 *
 * @remarks There is one audit record per attempt. It says `succeeded` once the
 * work is done, and `failed` with the error for a refusal as for a failure.
 *
 * @throws NotAllowedError when a permission is missing; what the work throws
 */
export async function audited<T>(
  services: AuditedServices,
  change: AuditedChange<T>,
): Promise<T> {
  const { eventId, severityLevel = 'medium', request, access } = change;
  const event = await services.auditor.createEvent({
    eventId,
    severityLevel,
    request,
    meta: {
      ...change.meta,
      ...(access && { changedBy: principalRef(access.credentials) }),
    },
  });
  let result: T;
  try {
    if (access) {
      await requirePermissions(services.permissions, access);
    }
    result = await change.work();
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
  await event.success({ meta: change.describe?.(result) });
  return result;
}

/** The entity ref of a user, or the subject of a program. */
export function principalRef({ principal }: AccountCredentials): string {
  return principal.type === 'user'
    ? principal.userEntityRef
    : principal.subject;
}
