import type { AppliedManifests } from './applyManifests.ts';
import { ClusterBuilder } from './ClusterBuilder.ts';
import { deriveNodes } from './clusterNodes.ts';
import { deriveEvents } from './deriveEvents.ts';
import { deriveGitOps } from './deriveGitOps.ts';
import { deriveOperated } from './deriveOperated.ts';
import type { DerivedPod } from './derivePods.ts';
import { deriveWorkloads } from './deriveWorkloads.ts';
import { formatTime } from './kubernetesTypes.ts';
import { day } from '../durations.ts';
import type { KubernetesObject } from './kubernetesTypes.ts';
import type { RolloutHistory } from './RolloutHistory.ts';
import { seededUid } from '../seed.ts';

export interface DerivedCluster {
  objects: KubernetesObject[];
  pods: DerivedPod[];
  /** By uid of a pod, the place in its controller that it fills. */
  slots: Map<string, string>;
}

const systemNamespaces = ['default', 'kube-public', 'kube-system'];

/** How old the cluster itself is when the sandbox starts for the first time. */
const clusterAgeMs = 412 * day;

/** The whole cluster as it is at a moment; the same for the same input. */
export function deriveCluster(
  applied: AppliedManifests,
  history: RolloutHistory,
  now: number,
): DerivedCluster {
  const builder = new ClusterBuilder(history, now);
  builder.objects.push(...deriveNodes(history.epoch));
  deriveWorkloads(builder, applied);
  for (const object of applied.others) {
    if (object.manifest.kind !== 'Namespace') {
      deriveOperated(builder, object);
    }
  }
  if (applied.origin) {
    deriveGitOps(builder, applied, applied.origin);
  }
  deriveEvents(builder, applied.problems);
  deriveNamespaces(builder, applied);
  return builder;
}

/** Those that were written, and those that something is in. */
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
  for (const name of names) {
    const object = declared.get(name);
    const metadata = object
      ? builder.metadataOf(object)
      : {
          name,
          uid: seededUid(`Namespace/${name}`),
          creationTimestamp: formatTime(builder.history.epoch - clusterAgeMs),
        };
    builder.add({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        ...metadata,
        labels: { ...object?.labels, 'kubernetes.io/metadata.name': name },
      },
      status: { phase: 'Active' },
    });
  }
}
