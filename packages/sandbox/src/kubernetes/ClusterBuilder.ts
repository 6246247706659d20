import type { Applied } from './applyManifests.ts';
import { clusterNodes } from './clusterNodes.ts';
import { derivePod } from './derivePods.ts';
import type { DerivedPod, PodPlan } from './derivePods.ts';
import { formatTime } from './kubernetesTypes.ts';
import type { KubernetesObject, ObjectMeta } from './kubernetesTypes.ts';
import type { PlainManifest } from './manifestSchemas.ts';
import type { RolloutHistory } from './RolloutHistory.ts';
import { seededInteger, seededSuffix, seededUid } from '../seed.ts';

export interface AddPodsOptions
  extends Omit<PodPlan, 'name' | 'node' | 'ip' | 'createdAt'> {
  count: number;
  /** When the pods came; one that was replaced since is younger. */
  createdAt: number;
  /** Tells the pods of rollouts apart where their owner's name does not. */
  revision?: string;
  /** Gives pods fixed names (StatefulSet) instead of generated ones. */
  nameOf?: (index: number) => string;
}

/** Collects the objects of the cluster at one moment. */
export class ClusterBuilder {
  readonly objects: KubernetesObject[] = [];
  readonly pods: DerivedPod[] = [];
  /** By uid of the pod, the place it fills: what a deletion has to note down. */
  readonly slots = new Map<string, string>();
  readonly history: RolloutHistory;
  readonly now: number;
  readonly #addresses = new Set<string>();

  constructor(history: RolloutHistory, now: number) {
    this.history = history;
    this.now = now;
  }

  add(object: KubernetesObject) {
    this.objects.push(object);
  }

  /** An address that depends on the name asked for, without collisions. */
  takeAddress(prefix: string, name: string): string {
    for (let attempt = 0; ; attempt += 1) {
      const seed = `address:${name}:${attempt}`;
      const address = `${prefix}.${seededInteger(
        `${seed}:3`,
        0,
        255,
      )}.${seededInteger(`${seed}:4`, 1, 254)}`;
      if (!this.#addresses.has(address)) {
        this.#addresses.add(address);
        return address;
      }
    }
  }

  addPods(options: AddPodsOptions): DerivedPod[] {
    const { count, revision = '', nameOf, ...plan } = options;
    const { kind, metadata } = plan.owner;
    const owner = `${plan.namespace}/${metadata.name}`;
    const offset = seededInteger(`node:${owner}`, 0, clusterNodes.length - 1);
    return Array.from({ length: count }, (_, index) => {
      const slot = `${kind}/${owner}/${index}`;
      const replacement = this.history.replacement(slot);
      const serial = replacement?.serial ?? 0;
      const seed = `${slot}/${serial}${revision}`;
      const name = nameOf?.(index) ?? `${metadata.name}-${seededSuffix(seed)}`;
      const node =
        clusterNodes[(offset + index + serial) % clusterNodes.length];
      const pod = derivePod(
        {
          ...plan,
          name,
          node,
          ip: this.takeAddress(
            node.spec.podCIDR.split('.').slice(0, 2).join('.'),
            `${plan.namespace}/${name}/${serial}`,
          ),
          createdAt: Math.max(
            plan.createdAt + index * seededInteger(`gap:${slot}`, 300, 900),
            replacement?.at ?? 0,
          ),
        },
        this.now,
      );
      if (nameOf) {
        // A pod that keeps its name is still another pod after a deletion.
        pod.metadata.uid = seededUid(`Pod/${seed}`);
      }
      this.slots.set(pod.metadata.uid, slot);
      this.pods.push(pod);
      this.objects.push(pod);
      return pod;
    });
  }

  /** The metadata of an object that a manifest describes. */
  metadataOf(object: Applied<PlainManifest>, generation?: number): ObjectMeta {
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
