import {
  audited,
  type AuditedServices,
  readOwnerNames,
} from '@atrium/backend-common';
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
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { words } from '../deliveryWords';
import type { DeliveryReads } from './reads/DeliveryReads';

interface RerunServiceOptions extends AuditedServices {
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
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
    const { catalog, reads } = this.#options;
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
        refusal: async refs =>
          words.error(
            NotAllowedError,
            words.describe(
              'delivery.refusal.rerun',
              await readOwnerNames(refs, { catalog, credentials }),
            ),
          ),
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
      throw words.error(
        NotAllowedError,
        words.describe('delivery.refusal.notProven', {
          repository:
            run.repository ??
            words.describe('delivery.refusal.unknownRepository'),
          entityRef: String(run.entityRef),
        }),
      );
    }
    const controller = reads.findController(run);
    if (!controller) {
      throw words.error(
        ConflictError,
        words.describe('delivery.refusal.notFromHere', { run: run.runId }),
      );
    }
    await controller.rerun(run, { userEntityRef });
  }
}
