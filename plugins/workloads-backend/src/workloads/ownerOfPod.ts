import type { WorkloadKind } from '@atrium/plugin-workloads-common';
import type { Metadata } from '../kubernetes/schemas/metadata';

/** The workload that made a pod, without a question to the cluster. */
export function ownerOfPod(
  metadata: Metadata,
): { kind: WorkloadKind; name: string } | undefined {
  const { controller, labels } = metadata;
  switch (controller?.kind) {
    case 'ReplicaSet': {
      // A Deployment names its ReplicaSets after itself and this hash.
      const suffix = `-${labels['pod-template-hash']}`;
      return controller.name.endsWith(suffix)
        ? { kind: 'Deployment', name: controller.name.slice(0, -suffix.length) }
        : undefined;
    }
    case 'StatefulSet':
    case 'DaemonSet':
      return { kind: controller.kind, name: controller.name };
    case 'Job': {
      const [, name] = /^(.+)-\d+$/.exec(controller.name) ?? [];
      return name ? { kind: 'CronJob', name } : undefined;
    }
    default:
      return undefined;
  }
}
