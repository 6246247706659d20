import { sourceAnnotation } from './applyManifests.ts';
import type { Applied, AppliedManifests, GitOrigin } from './applyManifests.ts';
import { isCrashLooping } from './behaviour.ts';
import type { ClusterBuilder } from './ClusterBuilder.ts';
import { day, formatTime, minute, second } from './kubernetesTypes.ts';
import type { KubernetesObject } from './kubernetesTypes.ts';
import type { DeploymentManifest } from './manifestSchemas.ts';
import { seededFraction, seededInteger, seededUid } from './seed.ts';

/** What an operator deploys from one repository. */
interface DeployedRepository {
  repository: string;
  namespace: string;
  commit: string;
  deployments: Applied<DeploymentManifest>[];
  isCrashLooping: boolean;
  isRollingOut: boolean;
  isChangedByHand: boolean;
  deployedAt: number;
}

/** Namespaces that Argo CD deploys to; the one after them belongs to Flux. */
const argoNamespaceCount = 3;
const repositoriesPerNamespace = 2;
/** How long Argo CD and Flux call a rollout in progress. */
const rolloutMs = 15 * second;
const reconcileMs = 3 * minute;
const destinationServer = 'https://kubernetes.default.svc';

/** The Argo CD and Flux objects of some namespaces, with their state. */
export function deriveGitOps(
  builder: ClusterBuilder,
  applied: AppliedManifests,
  origin: GitOrigin,
) {
  const namespaces = groupByNamespace(
    listRepositories(builder, applied, origin),
  );
  const argo = namespaces.slice(0, argoNamespaceCount).flat();
  const flux = namespaces.slice(argoNamespaceCount, argoNamespaceCount + 1);
  const drifted = pickDrifted(argo);
  for (const item of argo) {
    addApplication(builder, item, { origin, isDrifted: item === drifted });
  }
  for (const [kustomized, released] of flux) {
    addKustomization(builder, kustomized);
    if (released) {
      addHelmRelease(builder, released);
    }
  }
}

function listRepositories(
  builder: ClusterBuilder,
  applied: AppliedManifests,
  origin: GitOrigin,
): DeployedRepository[] {
  const groups = new Map<string, Applied<DeploymentManifest>[]>();
  for (const object of applied.deployments) {
    const [name] = (object.annotations[sourceAnnotation] ?? '').split('/', 1);
    if (name === '') {
      continue;
    }
    groups.set(name, [...(groups.get(name) ?? []), object]);
  }
  return [...groups].map(([repository, deployments]) => {
    const records = deployments.map(({ namespace, name }) =>
      builder.history.workload({ kind: 'Deployment', namespace, name }),
    );
    const deployedAt = Math.max(
      ...records.map(record => record?.current.rolledOutAt ?? 0),
    );
    return {
      repository,
      namespace: deployments[0].namespace,
      commit: origin.commits.get(repository) ?? '',
      deployments,
      isCrashLooping: deployments.some(({ manifest }) =>
        isCrashLooping(manifest.spec.template),
      ),
      isRollingOut: builder.now - deployedAt < rolloutMs,
      isChangedByHand: deployments.some(({ isDrifted }) => isDrifted),
      deployedAt,
    };
  });
}

/** Some of each namespace; where something is wrong comes first. */
function groupByNamespace(
  repositories: DeployedRepository[],
): DeployedRepository[][] {
  const sorted = [...repositories].sort(
    (left, right) =>
      Number(right.isCrashLooping) - Number(left.isCrashLooping) ||
      left.namespace.localeCompare(right.namespace, 'en') ||
      left.repository.localeCompare(right.repository, 'en'),
  );
  const groups = new Map<string, DeployedRepository[]>();
  for (const item of sorted) {
    const group = groups.get(item.namespace) ?? [];
    if (group.length < repositoriesPerNamespace) {
      groups.set(item.namespace, [...group, item]);
    }
  }
  return [...groups.values()];
}

/** Somebody changed something of it by hand; the same one each time. */
function pickDrifted(
  repositories: DeployedRepository[],
): DeployedRepository | undefined {
  const keyOf = (item: DeployedRepository) =>
    seededFraction(`drift:${item.repository}`);
  return repositories
    .filter(item => !item.isCrashLooping)
    .sort((left, right) => keyOf(left) - keyOf(right))[0];
}

function addApplication(
  builder: ClusterBuilder,
  item: DeployedRepository,
  options: { origin: GitOrigin; isDrifted: boolean },
) {
  const { repository, namespace, commit, deployedAt } = item;
  const isOutOfSync = options.isDrifted || item.isChangedByHand;
  const source = {
    repoURL: `${options.origin.gitUrl}/${options.origin.owner}/${repository}.git`,
    path: 'deploy',
    targetRevision: 'HEAD',
  };
  const destination = { server: destinationServer, namespace };
  builder.add({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: metadataOf(builder, item, {
      kind: 'Application',
      namespace: 'argocd',
    }),
    spec: {
      project: namespace,
      source,
      destination,
      syncPolicy: isOutOfSync
        ? {}
        : { automated: { prune: true, selfHeal: true } },
    },
    status: {
      sync: {
        status: isOutOfSync ? 'OutOfSync' : 'Synced',
        revision: commit,
        comparedTo: { source, destination },
      },
      health: {
        status: healthOf(item),
        lastTransitionTime: formatTime(deployedAt),
      },
      operationState: {
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
        startedAt: formatTime(deployedAt - 4 * second),
        finishedAt: formatTime(deployedAt),
        operation: { sync: { revision: commit } },
      },
      history: [
        {
          id: builder.history.workload({
            kind: 'Deployment',
            namespace,
            name: item.deployments[0].name,
          })?.revision,
          revision: commit,
          deployedAt: formatTime(deployedAt),
          source,
        },
      ],
      reconciledAt: formatTime(reconciledAt(builder, item)),
      resources: item.deployments.map((object, index) => ({
        group: 'apps',
        version: 'v1',
        kind: 'Deployment',
        namespace,
        name: object.name,
        status: isOutOfSync && index === 0 ? 'OutOfSync' : 'Synced',
        health: {
          status: isCrashLooping(object.manifest.spec.template)
            ? 'Degraded'
            : 'Healthy',
        },
      })),
      summary: { images: imagesOf(item) },
      sourceType: 'Directory',
    },
  });
}

function addKustomization(builder: ClusterBuilder, item: DeployedRepository) {
  const revision = `main@sha1:${item.commit}`;
  builder.add({
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: metadataOf(builder, item, {
      kind: 'Kustomization',
      namespace: 'flux-system',
    }),
    spec: {
      interval: '3m0s',
      path: './deploy',
      prune: true,
      sourceRef: { kind: 'GitRepository', name: item.repository },
      targetNamespace: item.namespace,
    },
    status: {
      observedGeneration: 1,
      lastAppliedRevision: revision,
      lastAttemptedRevision: revision,
      conditions: [readyCondition(item, `Applied revision: ${revision}`)],
    },
  });
}

function addHelmRelease(builder: ClusterBuilder, item: DeployedRepository) {
  const version = imagesOf(item)[0]?.split(':').pop() ?? '';
  builder.add({
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: metadataOf(builder, item, {
      kind: 'HelmRelease',
      namespace: 'flux-system',
    }),
    spec: {
      interval: '3m0s',
      chart: {
        spec: {
          chart: './deploy',
          sourceRef: { kind: 'GitRepository', name: item.repository },
        },
      },
      releaseName: item.repository,
      targetNamespace: item.namespace,
    },
    status: {
      observedGeneration: 1,
      lastAttemptedRevision: version,
      history: [
        {
          name: item.repository,
          namespace: item.namespace,
          chartVersion: version,
          appVersion: version,
          status: 'deployed',
          lastDeployed: formatTime(item.deployedAt),
        },
      ],
      conditions: [
        readyCondition(
          item,
          `Helm upgrade succeeded for release ${item.namespace}/${item.repository} with chart ${item.repository}@${version}`,
        ),
      ],
    },
  });
}

function readyCondition(item: DeployedRepository, message: string) {
  const lastTransitionTime = formatTime(item.deployedAt);
  const condition = { type: 'Ready', lastTransitionTime };
  if (item.isRollingOut) {
    return {
      ...condition,
      status: 'Unknown',
      reason: 'Progressing',
      message: 'Reconciliation in progress',
    };
  }
  return item.isCrashLooping
    ? {
        ...condition,
        status: 'False',
        reason: 'HealthCheckFailed',
        message: 'A Deployment is not available',
      }
    : {
        ...condition,
        status: 'True',
        reason: 'ReconciliationSucceeded',
        message,
      };
}

function healthOf(item: DeployedRepository): string {
  if (item.isRollingOut) {
    return 'Progressing';
  }
  return item.isCrashLooping ? 'Degraded' : 'Healthy';
}

/** In steps, so that the object changes as seldom as a real one. */
function reconciledAt(builder: ClusterBuilder, item: DeployedRepository) {
  const lastStep = Math.floor(builder.now / reconcileMs) * reconcileMs;
  return Math.max(lastStep, item.deployedAt);
}

function imagesOf(item: DeployedRepository): string[] {
  const images = item.deployments.flatMap(({ manifest }) =>
    manifest.spec.template.spec.containers.map(({ image }) => image),
  );
  return [...new Set(images)];
}

function metadataOf(
  builder: ClusterBuilder,
  item: DeployedRepository,
  place: { kind: string; namespace: string },
): KubernetesObject['metadata'] {
  const { kind, namespace } = place;
  const id = `${kind}/${namespace}/${item.repository}`;
  const age = seededInteger(`age:${id}`, 40, 300) * day;
  return {
    name: item.repository,
    namespace,
    uid: seededUid(id),
    creationTimestamp: formatTime(builder.history.epoch - age),
    generation: 1,
    // By these the objects of a component are found.
    labels: item.deployments[0].labels,
  };
}
