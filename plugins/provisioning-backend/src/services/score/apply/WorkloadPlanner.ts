import type { FieldIssue } from '@atrium/common/yaml';
import type {
  Environment,
  RunningWorkload,
  ScoreApplication,
  ScoreApplyPreview,
  ScoreDeployment,
  ScoreObjectPlan,
} from '@atrium/plugin-provisioning-common';
import type {
  DriverText,
  WorkloadObject,
} from '@atrium/plugin-provisioning-node';
import { KUBERNETES_ID_ANNOTATION } from '@atrium/plugin-workloads-common';
import { ConflictError } from '@backstage/errors';
import {
  findScoreTarget,
  type ScoreTarget,
} from '../../../config/readScoreTargets';
import { words } from '../../../provisioningWords';
import { problemOf } from '../problemOf';
import { readWorkloadKind } from '../render/renderController';
import type { MountedClaim } from '../render/renderVolumes';
import {
  requireWorkload,
  type ScoreContext,
  type ScoreReads,
} from '../ScoreReads';
import { describeWorkload } from './describeWorkload';
import { diffObjects } from './diffObjects';
import { placeManifests } from './placeManifests';
import type { WorkloadClusterRegistry } from './WorkloadClusterRegistry';
import {
  ownLabels,
  toClusterObject,
  type WorkloadProofs,
} from './WorkloadProofs';

interface WorkloadPlannerOptions {
  clusters: WorkloadClusterRegistry;
  config: { environments: Environment[]; scoreTargets: ScoreTarget[] };
  proofs: WorkloadProofs;
  reads: Pick<ScoreReads, 'findEnvironment' | 'render'>;
}

type ObjectPlan = Omit<ScoreObjectPlan, 'kind' | 'name'> & {
  manifest: WorkloadObject;
};

/** What applying a workload comes to. */
export type WorkloadPlan = Pick<
  ScoreApplyPreview,
  'environment' | 'images' | 'missing' | 'problems' | 'secrets'
> & { place: ScoreTarget; objects: ObjectPlan[] };

/** Says what would become of a workload in a cluster, and what is there. */
export class WorkloadPlanner {
  readonly #options: WorkloadPlannerOptions;

  constructor(options: WorkloadPlannerOptions) {
    this.#options = options;
  }

  /**
   * What runs of a workload in every environment.
   *
   * @throws ConflictError where its file has problems
   */
  async listDeployments(
    context: ScoreContext,
    ownerRef: string,
  ): Promise<ScoreDeployment[]> {
    requireWorkload(context.file);
    const { environments, scoreTargets } = this.#options.config;
    return Promise.all(
      environments.map(async environment => {
        const place = findScoreTarget(scoreTargets, {
          environment: environment.name,
          ownerRef,
        });
        if (!place) {
          return { environment };
        }
        const { cluster, namespace } = place;
        const known = { environment, place: { cluster, namespace } };
        try {
          return { ...known, workload: await this.describe(context, place) };
        } catch (error) {
          // One cluster that is down says nothing about the others.
          return { ...known, ...problemOf(error) };
        }
      }),
    );
  }

  /**
   * How the workload does at a place; undefined where it is not there.
   *
   * @throws ConflictError where something is there that is not proven to be its own
   */
  async describe(
    context: ScoreContext,
    place: ScoreTarget,
  ): Promise<RunningWorkload | undefined> {
    const { clusters } = this.#options;
    const { name, annotations } = requireWorkload(context.file).metadata;
    const kind = readWorkloadKind(annotations, []);
    const { namespace } = place;
    const live = await clusters.ask(of =>
      of.get(place.cluster, {
        apiVersion: 'apps/v1',
        kind,
        metadata: { name, namespace },
      }),
    );
    if (!live) {
      return undefined;
    }
    const [isOwn] = await this.#options.proofs.check(context.entityRef, [
      toClusterObject(live, place),
    ]);
    if (!isOwn) {
      throw words.error(ConflictError, describeForeign({ kind, name }));
    }
    return describeWorkload(live);
  }

  /**
   * What would become of each object, by a dry run in the cluster.
   *
   * @throws ConflictError where the configuration gives the component no place,
   * or nothing proves that its objects there would be its own
   */
  async plan(
    context: ScoreContext,
    input: ScoreApplication,
    ownerRef: string,
  ): Promise<WorkloadPlan> {
    const { reads } = this.#options;
    const environment = reads.findEnvironment(input.environment);
    const place = this.#findPlace(environment.name, ownerRef);
    const labels = ownLabels(context.file.entity);
    if (!labels) {
      throw words.error(
        ConflictError,
        words.describe('provisioning.score.annotation', {
          entity: context.entityRef,
          annotation: KUBERNETES_ID_ANNOTATION,
        }),
      );
    }
    const { rendered, needs } = await reads.render(context, environment, {
      image: input.image,
      images: await this.#findImages(context, input, ownerRef),
    });
    const manifests = placeManifests(rendered.manifests, {
      namespace: place.namespace,
      labels,
    });
    await this.#requireOwn(context, manifests, place);
    const problems = [
      ...rendered.issues,
      ...(await this.#findForeignClaims(context, rendered.claims, place)),
    ].map(({ path, message }) => ({
      message: `${path.join('.')} ${message}`,
      line: context.file.locate(path).line,
    }));
    return {
      environment,
      place,
      images: listImages(manifests),
      missing: needs
        .filter(({ status }) => status.status === 'missing')
        .map(({ need }) => need.name),
      secrets: rendered.secrets,
      problems,
      objects:
        problems.length > 0
          ? []
          : await Promise.all(
              manifests.map(manifest =>
                this.#planObject(context, manifest, place),
              ),
            ),
    };
  }

  #findPlace(environment: string, ownerRef: string): ScoreTarget {
    const { scoreTargets } = this.#options.config;
    const place = findScoreTarget(scoreTargets, { environment, ownerRef });
    if (!place) {
      throw words.error(
        ConflictError,
        words.describe('provisioning.score.noPlace', {
          owner: ownerRef,
          environment,
        }),
      );
    }
    return place;
  }

  /** Those that run where the workload is promoted from. */
  async #findImages(
    context: ScoreContext,
    { promoteFrom }: ScoreApplication,
    ownerRef: string,
  ): Promise<Map<string, string> | undefined> {
    if (promoteFrom === undefined) {
      return undefined;
    }
    const source = this.#options.reads.findEnvironment(promoteFrom);
    const place = this.#findPlace(source.name, ownerRef);
    const running = await this.describe(context, place);
    if (!running) {
      throw words.error(
        ConflictError,
        words.describe('provisioning.score.nothingToPromote', {
          environment: promoteFrom,
        }),
      );
    }
    return new Map(
      running.images.map(({ container, image }) => [container, image]),
    );
  }

  /** Before anything is asked of the cluster: would they be its own at all? */
  async #requireOwn(
    { entityRef }: ScoreContext,
    manifests: WorkloadObject[],
    place: ScoreTarget,
  ): Promise<void> {
    const own = await this.#options.proofs.check(
      entityRef,
      manifests.map(manifest => toClusterObject(manifest, place)),
    );
    if (!own.every(Boolean)) {
      throw words.error(
        ConflictError,
        words.describe('provisioning.score.noClaim', {
          entity: entityRef,
          namespace: place.namespace,
          cluster: place.cluster,
        }),
      );
    }
  }

  /**
   * A claim is not of the workload, but with it somebody reads and writes what is
   * in there. So it has to be there, and proven like an object of the workload:
   * else it could become another's later.
   */
  async #findForeignClaims(
    { entityRef }: ScoreContext,
    claims: MountedClaim[],
    place: ScoreTarget,
  ): Promise<FieldIssue[]> {
    const { clusters, proofs } = this.#options;
    const { namespace } = place;
    const found = await Promise.all(
      claims.map(async ({ name, path }) => {
        const live = await clusters.ask(of =>
          of.get(place.cluster, {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            metadata: { name, namespace },
          }),
        );
        const [isOwn] = live
          ? await proofs.check(entityRef, [toClusterObject(live, place)])
          : [false];
        return isOwn
          ? []
          : [
              {
                path,
                message: `names the PersistentVolumeClaim '${name}', and nothing proves that there is one in '${namespace}' that belongs to this component: it needs the label '${KUBERNETES_ID_ANNOTATION}', and a rule under 'workloads.claims'`,
              },
            ];
      }),
    );
    return found.flat();
  }

  async #planObject(
    { entityRef }: ScoreContext,
    manifest: WorkloadObject,
    place: ScoreTarget,
  ): Promise<ObjectPlan> {
    const { clusters, proofs } = this.#options;
    const { live, result, conflicts, problem } = await clusters.ask(of =>
      of.dryRun(place.cluster, manifest),
    );
    if (!live) {
      const changes = diffObjects({}, manifest);
      return {
        manifest,
        action: 'create',
        changes,
        conflicts,
        ...describe(problem),
      };
    }
    const [isOwn] = await proofs.check(entityRef, [
      toClusterObject(live, place),
    ]);
    if (!isOwn) {
      return {
        manifest,
        action: 'change',
        changes: [],
        conflicts: [],
        ...words.fields({
          problem: describeForeign({
            kind: manifest.kind,
            name: manifest.metadata.name,
          }),
        }),
      };
    }
    const changes = result ? diffObjects(live, result) : [];
    return {
      manifest,
      action: changes.length > 0 || problem ? 'change' : 'keep',
      changes,
      conflicts,
      ...describe(problem),
    };
  }
}

function listImages(manifests: WorkloadObject[]): ScoreApplyPreview['images'] {
  return manifests
    .filter(({ apiVersion }) => apiVersion === 'apps/v1')
    .flatMap(manifest => describeWorkload(manifest).images);
}

function describeForeign(object: { kind: string; name: string }) {
  return words.describe('provisioning.score.foreign', object);
}

/** What a cluster has against an object; nothing for nothing. */
function describe(
  problem: DriverText | undefined,
): Pick<ScoreObjectPlan, 'problem' | 'messages'> {
  return problem === undefined ? {} : words.fields({ problem });
}
