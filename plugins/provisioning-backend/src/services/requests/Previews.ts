import type { ScopeOptions } from '@atrium/backend-common';
import {
  type Preview,
  provisioningRequestCreatePermission,
  type ResourceInput,
} from '@atrium/plugin-provisioning-common';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { ResourcePlanner } from './ResourcePlanner';

/** Shows what would come of a request before it is made. */
export class Previews {
  readonly #permissions: PermissionsService;
  readonly #planner: ResourcePlanner;

  constructor(options: {
    permissions: PermissionsService;
    planner: ResourcePlanner;
  }) {
    this.#permissions = options.permissions;
    this.#planner = options.planner;
  }

  /** Changes nothing, and says as well who may not ask for it. */
  async preview(input: ResourceInput, options: ScopeOptions): Promise<Preview> {
    const { actsForRefs } = await this.#planner.findOwner(input, options);
    const [{ preview }, decisions] = await Promise.all([
      this.#planner.plan(input, options),
      this.#permissions.authorize(
        actsForRefs.map(resourceRef => ({
          permission: provisioningRequestCreatePermission,
          resourceRef,
        })),
        options,
      ),
    ]);
    const refused = actsForRefs.filter(
      (_, index) => decisions[index].result !== AuthorizeResult.ALLOW,
    );
    return {
      ...preview,
      violations: [
        ...preview.violations,
        ...refused.map(ref => ({
          field: 'ownerRef',
          message: describeRequestRefusal([ref]),
        })),
      ],
    };
  }
}

/** Who may ask for resources, in the words of a refusal. */
export function describeRequestRefusal(ownerRefs: string[]): string {
  return `You may not request resources for '${ownerRefs.join(
    "' and '",
  )}': ask its members`;
}
