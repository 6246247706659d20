import {
  readOwnerNames,
  type RequiredPermissions,
  type ScopeOptions,
} from '@atrium/backend-common';
import type { MessageDescriptor } from '@atrium/common';
import { provisioningResourceManagePermission } from '@atrium/plugin-provisioning-common';
import { NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { words } from '../../provisioningWords';
import type { DecisionRefusal } from './decideApproval';

interface RefusalsOptions {
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
}

/** Says who may do what somebody may not, by the titles of people and teams. */
export class Refusals {
  readonly #options: RefusalsOptions;

  constructor(options: RefusalsOptions) {
    this.#options = options;
  }

  /** Who may ask for resources of some owners. */
  async describeRequest(
    ownerRefs: string[],
    options: ScopeOptions,
  ): Promise<MessageDescriptor> {
    return words.describe(
      'provisioning.refusal.request',
      await this.#read(ownerRefs, options),
    );
  }

  /** Who may change what an owner has. */
  async describeManage(
    ownerRef: string,
    options: ScopeOptions,
  ): Promise<MessageDescriptor> {
    const { owners } = await this.#read([ownerRef], options);
    return words.describe('provisioning.refusal.manage', { owners });
  }

  /** What whoever changes a resource needs, and who may. */
  requireManage(
    { ownerRef }: { ownerRef: string },
    options: ScopeOptions,
  ): Omit<RequiredPermissions, 'credentials'> {
    return {
      permissions: [
        {
          permission: provisioningResourceManagePermission,
          resourceRef: ownerRef,
        },
      ],
      refusal: async () =>
        words.error(
          NotAllowedError,
          await this.describeManage(ownerRef, options),
        ),
    };
  }

  /** The refusal of whoever has not asked for it and does not own it. */
  async refuseCancel(
    { requesterRef, ownerRef }: { requesterRef: string; ownerRef: string },
    options: ScopeOptions,
  ): Promise<NotAllowedError> {
    const { owners } = await this.#read([requesterRef, ownerRef], options);
    return words.error(
      NotAllowedError,
      words.describe('provisioning.refusal.cancel', { owners }),
    );
  }

  /** The refusal of whoever may not decide about a request. */
  async refuseDecision(
    { reason, approverRefs }: DecisionRefusal,
    options: ScopeOptions,
  ): Promise<NotAllowedError> {
    const { owners } = await this.#read(approverRefs, options);
    return words.error(
      NotAllowedError,
      words.describe(`provisioning.refusal.${reason}`, { approvers: owners }),
    );
  }

  #read(entityRefs: string[], { credentials }: ScopeOptions) {
    const { catalog } = this.#options;
    return readOwnerNames(entityRefs, { catalog, credentials });
  }
}
