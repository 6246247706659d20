import {
  runningContainers,
  type RunningImage,
} from '@atrium/plugin-workloads-common';
import { parseImage } from '../kubernetes/parseImage';
import type { PodObject } from '../kubernetes/schemas/pods';
import type { PodTemplate } from '../kubernetes/schemas/podTemplate';
import { runningStatuses } from './runningStatuses';

/**
 * The images that pods run, and those of the template that none runs yet; the
 * ones of the template first.
 */
export function listRunningImages(
  template: PodTemplate,
  pods: PodObject[],
): RunningImage[] {
  const images = new Map<string, RunningImage>();
  const named = runningContainers(template.spec);
  for (const { name, image } of named) {
    images.set(keyOf(name, image), {
      ...parseImage(name, image),
      podCount: 0,
      isCurrent: true,
    });
  }
  for (const pod of pods) {
    if (pod.metadata.deletionTimestamp) {
      continue;
    }
    const statuses = runningStatuses(pod);
    // A sidecar that something added to the pod, such as a mesh, is no image of the
    // template, and none that is being replaced.
    const containers = runningContainers(pod.spec).filter(
      container =>
        pod.spec.containers.includes(container) ||
        named.some(({ name }) => name === container.name),
    );
    for (const { name, image } of containers) {
      const key = keyOf(name, image);
      const known = images.get(key);
      const digest = /sha256:[0-9a-f]+$/.exec(
        statuses.find(status => status.name === name)?.imageID ?? '',
      )?.[0];
      images.set(key, {
        ...(known ?? { ...parseImage(name, image), isCurrent: false }),
        podCount: (known?.podCount ?? 0) + 1,
        runningDigest: known?.runningDigest ?? digest,
      });
    }
  }
  return [...images.values()].sort(
    (a, b) => Number(b.isCurrent) - Number(a.isCurrent),
  );
}

function keyOf(container: string, image: string): string {
  return `${container} ${image}`;
}
