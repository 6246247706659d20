import { audited, type AuditedServices } from '@atrium/backend-common';
import {
  deliveryRunRerunPermission,
  type Run,
} from '@atrium/plugin-delivery-common';
import type {
  AuditorServiceCreateEventOptions,
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { DeliveryReads } from './reads/DeliveryReads';

interface RerunServiceOptions extends AuditedServices {
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
    const { reads } = this.#options;
    const { credentials, request } = options;
    const run = await reads.findRun(id, { credentials });
    const { entityRef, pipeline } = run;
    await audited(this.#options, {
      eventId: 'run-rerun',
      request,
      meta: { runId: id, entityRef, pipeline },
      access: {
        credentials,
        permissions: [
          {
            permission: deliveryRunRerunPermission,
            resourceRef: String(entityRef),
          },
        ],
        refusal: () => `You may not start runs of '${entityRef}' again`,
      },
      work: () => this.#start(run, credentials.principal),
    });
  }

  async #start(
    run: Run,
    { userEntityRef }: BackstageUserPrincipal,
  ): Promise<void> {
    const { reads } = this.#options;
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
    await controller.rerun(run, { userEntityRef });
  }
}
