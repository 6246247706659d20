import type { ScopeOptions } from '@atrium/backend-common';
import {
  canMove,
  type Preview,
  provisioningRequestCreatePermission,
  provisioningResourceManagePermission,
  type ResourceChangeInput,
  type ResourceInput,
  type Violation,
} from '@atrium/plugin-provisioning-common';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { StoredResource } from '../../database/StoredResource';
import { words } from '../../provisioningWords';
import { toProblem } from './describeProblem';
import type { Refusals } from './Refusals';
import type { ResourcePlanner } from './ResourcePlanner';

/** Shows what would come of a request before it is made. */
export class Previews {
  readonly #permissions: PermissionsService;
  readonly #planner: ResourcePlanner;
  readonly #refusals: Refusals;

  constructor(options: {
    permissions: PermissionsService;
    planner: ResourcePlanner;
    refusals: Refusals;
  }) {
    this.#refusals = options.refusals;
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
        ...(refused.length > 0
          ? [
              toProblem(
                'ownerRef',
                await this.#refusals.describeRequest(refused, options),
              ),
            ]
          : []),
      ],
    };
  }

  /** The same of changing a resource that is there. */
  async previewChange(
    resource: StoredResource,
    { plan, parameters }: Omit<ResourceChangeInput, 'resourceId'>,
    options: ScopeOptions,
  ): Promise<Preview> {
    const { name, ownerRef, state, monthlyPrice } = resource;
    const [{ preview }, [decision]] = await Promise.all([
      this.#planner.planUpdate(resource, { plan, parameters }, options),
      this.#permissions.authorize(
        [
          {
            permission: provisioningResourceManagePermission,
            resourceRef: ownerRef,
          },
        ],
        options,
      ),
    ]);
    const more: Violation[] = [
      ...(canMove(state, 'updating')
        ? []
        : [
            toProblem(
              'state',
              words.describe('provisioning.problem.state', {
                name,
                state: words.describe(`provisioning.state.${state}`),
              }),
            ),
          ]),
      ...(decision.result === AuthorizeResult.ALLOW
        ? []
        : [
            toProblem(
              'ownerRef',
              await this.#refusals.describeManage(ownerRef, options),
            ),
          ]),
    ];
    return {
      ...preview,
      previous: { plan: resource.plan, monthlyPrice },
      violations: [...preview.violations, ...more],
    };
  }
}
