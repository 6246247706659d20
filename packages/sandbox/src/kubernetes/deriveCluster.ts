import type { Applied, AppliedManifests } from './applyManifests.ts';
import { ClusterBuilder } from './ClusterBuilder.ts';
import { autoscaledReplicas, deriveAutoscaler } from './deriveAutoscalers.ts';
import { deriveEvents } from './deriveEvents.ts';
import { deriveGitOps } from './deriveGitOps.ts';
import { deriveNodes } from './deriveNodes.ts';
import type { DerivedPod } from './derivePods.ts';
import { deriveIngress, deriveService } from './deriveServices.ts';
import { deriveWorkloads } from './deriveWorkloads.ts';
import { day, formatTime } from './kubernetesTypes.ts';
import type { KubernetesObject } from './kubernetesTypes.ts';
import type { RolloutHistory } from './RolloutHistory.ts';
import { seededUid } from './seed.ts';

export interface DerivedCluster {
  objects: KubernetesObject[];
  pods: DerivedPod[];
  /** By uid of a pod, the place in its controller that it fills. */
  slots: Map<string, string>;
}

const systemNamespaces = [
  'default',
  'kube-node-lease',
  'kube-public',
  'kube-system',
];

/** How old the cluster itself is when the sandbox starts for the first time. */
const clusterAgeMs = 412 * day;

/** The whole cluster as it is at a moment; the same for the same input. */
export function deriveCluster(
  applied: AppliedManifests,
  history: RolloutHistory,
  now: number,
): DerivedCluster {
  const builder = new ClusterBuilder(history, now);
  for (const node of deriveNodes({ now, epoch: history.epoch })) {
    builder.add(node);
  }
  deriveWorkloads(builder, applied, (kind, object) =>
    replicasOf(applied, { kind, object }),
  );
  for (const object of applied.services) deriveService(builder, object);
  for (const object of applied.ingresses) deriveIngress(builder, object);
  for (const object of applied.autoscalers) deriveAutoscaler(builder, object);
  for (const object of applied.others) {
    if (object.manifest.kind !== 'Namespace') {
      builder.add({
        ...object.manifest,
        metadata: builder.metadataOf(object),
      });
    }
  }
  if (applied.origin) {
    deriveGitOps(builder, applied, applied.origin);
  }
  deriveEvents(builder, applied.problems);
  deriveNamespaces(builder, applied);
  return {
    objects: builder.objects,
    pods: builder.pods,
    slots: builder.slots,
  };
}

function replicasOf(
  applied: AppliedManifests,
  target: { kind: string; object: Applied<unknown> },
): number {
  const { kind, object } = target;
  const { namespace, name } = object;
  const autoscaler = applied.autoscalers.find(
    candidate =>
      candidate.namespace === namespace &&
      candidate.manifest.spec.scaleTargetRef.kind === kind &&
      candidate.manifest.spec.scaleTargetRef.name === name,
  );
  if (autoscaler) {
    return autoscaledReplicas(autoscaler);
  }
  const workload = [...applied.deployments, ...applied.statefulSets].find(
    candidate => candidate === object,
  );
  return workload?.manifest.spec.replicas ?? 1;
}

function deriveNamespaces(builder: ClusterBuilder, applied: AppliedManifests) {
  const declared = new Map(
    applied.others
      .filter(({ manifest }) => manifest.kind === 'Namespace')
      .map(object => [object.name, object]),
  );
  const names = new Set([...systemNamespaces, ...declared.keys()]);
  for (const { metadata } of builder.objects) {
    if (metadata.namespace) {
      names.add(metadata.namespace);
    }
  }
  const creationTimestamp = formatTime(builder.history.epoch - clusterAgeMs);
  const withDefaultAccount = new Set(
    builder.objects
      .filter(
        ({ kind, metadata }) =>
          kind === 'ServiceAccount' && metadata.name === 'default',
      )
      .map(({ metadata }) => metadata.namespace),
  );

  for (const name of names) {
    const object = declared.get(name);
    builder.add({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name,
        uid: seededUid(`Namespace/${name}`),
        creationTimestamp,
        labels: { ...object?.labels, 'kubernetes.io/metadata.name': name },
        ...(object && { annotations: object.annotations }),
      },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    });
    if (!withDefaultAccount.has(name)) {
      builder.add({
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: {
          name: 'default',
          namespace: name,
          uid: seededUid(`ServiceAccount/${name}/default`),
          creationTimestamp,
        },
      });
    }
  }
}
