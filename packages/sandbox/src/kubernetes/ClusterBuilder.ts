import { derivePod } from './derivePods.ts';
import type { DerivedPod, PodPlan } from './derivePods.ts';
import { AddressPool, clusterNodes } from './deriveNodes.ts';
import type { ClusterNode } from './deriveNodes.ts';
import { formatTime } from './kubernetesTypes.ts';
import type { KubernetesObject, ObjectMeta } from './kubernetesTypes.ts';
import type { RolloutHistory } from './RolloutHistory.ts';
import { seededInteger, seededSuffix, seededUid } from './seed.ts';
import type { Applied } from './applyManifests.ts';

export interface AddPodsOptions
  extends Omit<PodPlan, 'name' | 'node' | 'ip' | 'slot' | 'createdAt'> {
  count: number;
  /** When the pods came; one that was replaced since is younger. */
  createdAt: number;
  /** Tells the pods of roll-outs apart where their owner's name does not. */
  revision?: string;
  /** Gives pods fixed names (StatefulSet) instead of generated ones. */
  nameOf?: (index: number) => string;
  nodeOf?: (index: number) => ClusterNode;
}

/** Collects the objects of the cluster at one moment. */
export class ClusterBuilder {
  readonly objects: KubernetesObject[] = [];
  readonly pods: DerivedPod[] = [];
  /** By uid of the pod, the place it fills: what a deletion has to note down. */
  readonly slots = new Map<string, string>();
  readonly addresses = new AddressPool();
  readonly history: RolloutHistory;
  readonly now: number;

  constructor(history: RolloutHistory, now: number) {
    this.history = history;
    this.now = now;
  }

  add(object: KubernetesObject) {
    this.objects.push(object);
  }

  addPods(options: AddPodsOptions): DerivedPod[] {
    const { count, revision = '', nameOf, nodeOf, ...plan } = options;
    const pods: DerivedPod[] = [];
    const owner = `${plan.namespace}/${plan.owner.metadata.name}`;
    const offset = seededInteger(`node:${owner}`, 0, clusterNodes.length - 1);
    for (let index = 0; index < count; index += 1) {
      const slot = `${plan.owner.kind}/${owner}/${index}`;
      const replacement = this.history.replacement(slot);
      const serial = replacement?.serial ?? 0;
      const name =
        nameOf?.(index) ??
        `${plan.owner.metadata.name}-${seededSuffix(
          `${slot}/${serial}${revision}`,
        )}`;
      const node =
        nodeOf?.(index) ??
        clusterNodes[(offset + index + serial) % clusterNodes.length];
      const pod = derivePod(
        {
          ...plan,
          name,
          node,
          slot,
          ip: this.addresses.take(
            node.podPrefix,
            `${plan.namespace}/${name}/${serial}`,
          ),
          createdAt: Math.max(
            plan.createdAt + index * seededInteger(`gap:${slot}`, 300, 900),
            replacement?.at ?? 0,
          ),
        },
        { now: this.now, epoch: this.history.epoch },
      );
      if (nameOf) {
        // A pod that keeps its name is still another pod after a deletion.
        pod.metadata.uid = seededUid(`Pod/${slot}/${serial}${revision}`);
      }
      this.slots.set(pod.metadata.uid, slot);
      this.pods.push(pod);
      this.objects.push(pod);
      pods.push(pod);
    }
    return pods;
  }

  /** The metadata of an object that a manifest describes. */
  metadataOf(
    object: Applied<{ kind: string }>,
    generation?: number,
  ): ObjectMeta {
    const { kind } = object.manifest;
    const { name, namespace } = object;
    const createdAt = this.history.createdAt({ kind, namespace, name });
    return {
      name,
      ...(namespace && { namespace }),
      uid: seededUid(`${kind}/${namespace}/${name}`),
      creationTimestamp: formatTime(createdAt),
      ...(generation && { generation }),
      labels: object.labels,
      annotations: object.annotations,
      ...(object.managedFields && { managedFields: object.managedFields }),
    };
  }
}
