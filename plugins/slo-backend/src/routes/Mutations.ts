import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, toError } from '@backstage/errors';
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';

interface MutationsOptions {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}

/** A change that somebody wants to make. */
export interface Mutation<T> {
  eventId: string;
  permission: ResourcePermission;
  /** Whose SLOs it concerns. */
  entityRef: string;
  /** Whose it makes them. */
  nextEntityRef?: string;
  meta: JsonObject;
  /** Whether programs may make it too, such as the one that keeps contracts. */
  isOpenToServices?: boolean;
  /** Makes the change, in the name of a user or of a program. */
  work(changedBy: string): Promise<T>;
}

/** Makes changes: whoever may not is refused, and either way it is on record. */
export class Mutations {
  readonly #options: MutationsOptions;

  constructor(options: MutationsOptions) {
    this.#options = options;
  }

  /** Authorises, audits and makes a change. */
  async run<T>(request: Request, mutation: Mutation<T>): Promise<T> {
    const { auditor, httpAuth, permissions } = this.#options;
    const { eventId, permission, entityRef, nextEntityRef, meta, work } =
      mutation;
    const credentials = await httpAuth.credentials(request, {
      allow: mutation.isOpenToServices ? ['user', 'service'] : ['user'],
    });
    const auditorEvent = await auditor.createEvent({
      eventId,
      severityLevel: 'medium',
      request,
      meta: { ...meta, entityRef },
    });
    try {
      const refs = [...new Set([entityRef, nextEntityRef ?? entityRef])];
      const decisions = await permissions.authorize(
        refs.map(resourceRef => ({ permission, resourceRef })),
        { credentials },
      );
      const refused = refs.filter(
        (_, index) => decisions[index].result !== AuthorizeResult.ALLOW,
      );
      if (refused.length > 0) {
        throw new NotAllowedError(
          `You may not change the SLOs of '${refused.join(
            "' and '",
          )}': ask its owners`,
        );
      }
      const { principal } = credentials;
      const done = await work(
        principal.type === 'user' ? principal.userEntityRef : principal.subject,
      );
      await auditorEvent.success();
      return done;
    } catch (error) {
      await auditorEvent.fail({ error: toError(error) });
      throw error;
    }
  }
}
