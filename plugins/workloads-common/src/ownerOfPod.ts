import { z } from 'zod';
import type { WorkloadKind } from './workload';

/** Who made an object of a cluster, as its metadata says it. */
export const ownerReferencesSchema = z
  .array(
    z.object({
      kind: z.string(),
      name: z.string(),
      controller: z.boolean().nullish(),
    }),
  )
  .nullish();

/** The one of the owners that looks after the object. */
export function controllerOf(
  owners: z.output<typeof ownerReferencesSchema>,
): PodOrigin['controller'] {
  return owners?.find(({ controller }) => controller);
}

/** The metadata of a pod, as far as it tells what made it. */
export interface PodOrigin {
  labels: Record<string, string>;
  /** The owner reference that is marked as the controller. */
  controller?: { kind: string; name: string };
}

/** The workload that made a pod, without a question to the cluster. */
export function ownerOfPod({
  controller,
  labels,
}: PodOrigin): { kind: WorkloadKind; name: string } | undefined {
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
