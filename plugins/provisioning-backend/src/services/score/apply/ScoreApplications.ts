import {
  audited,
  type AuditedServices,
  hashJson,
  requirePermissions,
  type RequiredPermissions,
  hasPermission,
  type ScopeOptions,
} from '@atrium/backend-common';
import {
  type ApplyScore,
  provisioningWorkloadApplyPermission,
  type RunningWorkload,
  type ScoreApplication,
  type ScoreApplyPreview,
  type ScoreDeployments,
} from '@atrium/plugin-provisioning-common';
import type {
  AuditorServiceCreateEventOptions,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { words } from '../../../provisioningWords';
import { findOwner } from '../../requests/findOwner';
import type { ScoreReads } from '../ScoreReads';
import type { WorkloadClusterRegistry } from './WorkloadClusterRegistry';
import type { WorkloadPlanner, WorkloadPlan } from './WorkloadPlanner';

interface ScoreApplicationsOptions extends AuditedServices {
  catalog: CatalogService;
  clusters: WorkloadClusterRegistry;
  planner: WorkloadPlanner;
  reads: ScoreReads;
}

type UserOptions = ScopeOptions<BackstageUserPrincipal>;

/** Applies workloads to clusters, for owners, by what they have seen. */
export class ScoreApplications {
  readonly #options: ScoreApplicationsOptions;

  constructor(options: ScoreApplicationsOptions) {
    this.#options = options;
  }

  /** What runs of a workload in every environment. */
  async list(
    entityRef: string,
    options: UserOptions,
  ): Promise<ScoreDeployments> {
    const { permissions, planner } = this.#options;
    const { context, ownerRef } = await this.#open(entityRef, options);
    return {
      items: await planner.listDeployments(context, ownerRef),
      mayApply: await hasPermission(
        permissions,
        {
          permission: provisioningWorkloadApplyPermission,
          resourceRef: ownerRef,
        },
        options,
      ),
    };
  }

  /**
   * What applying a workload would change; it changes nothing.
   *
   * @throws NotAllowedError for others than its owners, ConflictError where the
   * component may not run there
   */
  async preview(
    entityRef: string,
    input: ScoreApplication,
    options: UserOptions,
  ): Promise<ScoreApplyPreview> {
    const { context, ownerRef } = await this.#open(entityRef, options);
    await requirePermissions(
      this.#options.permissions,
      requiredOf(ownerRef, options),
    );
    const plan = await this.#options.planner.plan(context, input, ownerRef);
    return toPreview(plan);
  }

  /**
   * Applies what somebody has seen a preview of, object by object. One that was
   * cut short is asked for again: what is applied already stays as it is.
   *
   * @throws ConflictError where it comes to something else by now, or the cluster
   * refuses
   */
  async apply(
    entityRef: string,
    { planHash, ...input }: ApplyScore,
    options: UserOptions & {
      request?: AuditorServiceCreateEventOptions['request'];
    },
  ): Promise<RunningWorkload | undefined> {
    const { clusters, planner } = this.#options;
    const { context, ownerRef } = await this.#open(entityRef, options);
    return audited(this.#options, {
      eventId: 'workload-apply',
      request: options.request,
      meta: { entityRef: context.entityRef, ...input },
      access: requiredOf(ownerRef, options),
      work: async () => {
        const plan = await planner.plan(context, input, ownerRef);
        const preview = toPreview(plan);
        if (preview.planHash !== planHash) {
          throw words.error(
            ConflictError,
            words.describe('provisioning.score.changed'),
          );
        }
        if (!preview.canApply) {
          throw words.error(
            ConflictError,
            words.describe('provisioning.score.cannotApply', {
              lines: listProblems(preview),
            }),
          );
        }
        const { cluster } = plan.place;
        for (const { manifest } of plan.objects) {
          await clusters.ask(of => of.apply(cluster, manifest));
        }
        return planner.describe(context, plan.place);
      },
      describe: workload => ({ images: workload?.images ?? [] }),
    });
  }

  async #open(entityRef: string, options: UserOptions) {
    const { catalog, reads } = this.#options;
    const context = await reads.open(entityRef, options);
    const { ownerRef } = await findOwner(
      { entityRef: context.entityRef },
      { ...options, catalog },
    );
    return { context, ownerRef };
  }
}

function requiredOf(ownerRef: string, { credentials }: UserOptions) {
  return {
    credentials,
    permissions: [
      {
        permission: provisioningWorkloadApplyPermission,
        resourceRef: ownerRef,
      },
    ],
    refusal: () =>
      words.error(
        NotAllowedError,
        words.describe('provisioning.score.apply', { owner: ownerRef }),
      ),
  } satisfies RequiredPermissions;
}

function toPreview(plan: WorkloadPlan): ScoreApplyPreview {
  const { environment, place, images, missing, secrets, problems } = plan;
  const objects = plan.objects.map(({ manifest, ...summary }) => ({
    kind: manifest.kind,
    name: manifest.metadata.name,
    ...summary,
  }));
  const canApply =
    problems.length === 0 &&
    objects.every(
      ({ conflicts, problem }) => conflicts.length === 0 && !problem,
    );
  return {
    environment,
    place: { cluster: place.cluster, namespace: place.namespace },
    images,
    missing,
    secrets,
    problems,
    objects,
    canApply,
    planHash: hashJson({
      place,
      objects,
      manifests: plan.objects.map(({ manifest }) => manifest),
    }),
  };
}

function listProblems({ objects, problems }: ScoreApplyPreview): string {
  return [
    ...problems.map(({ message }) => message),
    ...objects.flatMap(({ conflicts, kind, name, problem }) => [
      ...(problem ? [`${kind} ${name}: ${problem}`] : []),
      ...conflicts.map(
        ({ field, manager }) =>
          `${kind} ${name}: '${manager}' keeps ${field} at another value`,
      ),
    ]),
  ]
    .map(line => `- ${line}`)
    .join('\n');
}
