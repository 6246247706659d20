import { deliveryRunRerunPermission } from '@atrium/plugin-delivery-common';
import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotAllowedError, toError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { DeliveryReads } from '../reads/DeliveryReads';

interface RerunServiceOptions {
  auditor: AuditorService;
  permissions: PermissionsService;
  reads: Pick<DeliveryReads, 'findRun' | 'findController' | 'isProven'>;
}

/** Who starts a run again, and by which request, if there is one. */
interface RerunOptions {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
  request?: AuditorServiceCreateEventOptions['request'];
}

/** Starts runs again, where their host and the policy allow it. */
export class RerunService {
  readonly #options: RerunServiceOptions;

  constructor(options: RerunServiceOptions) {
    this.#options = options;
  }

  async rerun(id: string, options: RerunOptions): Promise<void> {
    const { auditor, permissions, reads } = this.#options;
    const { credentials, request } = options;
    const run = await reads.findRun(id, { credentials });
    const auditorEvent = await auditor.createEvent({
      eventId: 'run-rerun',
      severityLevel: 'medium',
      request,
      meta: { runId: id, entityRef: run.entityRef, pipeline: run.pipeline },
    });
    try {
      const [decision] = await permissions.authorize(
        [
          {
            permission: deliveryRunRerunPermission,
            resourceRef: String(run.entityRef),
          },
        ],
        { credentials },
      );
      if (decision.result !== AuthorizeResult.ALLOW) {
        throw new NotAllowedError(
          `You may not start runs of '${run.entityRef}' again`,
        );
      }
      if (!(await reads.isProven(run))) {
        throw new NotAllowedError(
          `Runs of '${
            run.repository ?? 'an unknown repository'
          }' cannot be started from '${
            run.entityRef
          }', whose catalog-info.yaml does not lie there; start it on its host, or ask the platform team for a rule`,
        );
      }
      const controller = reads.findController(run);
      if (!controller) {
        throw new ConflictError(
          `Run '${run.runId}' cannot be started again from here`,
        );
      }
      await controller.rerun(run, {
        userEntityRef: credentials.principal.userEntityRef,
      });
      await auditorEvent.success();
    } catch (error) {
      await auditorEvent.fail({ error: toError(error) });
      throw error;
    }
  }
}
