import type { RunningImage } from '@atrium/plugin-workloads-common';
import { parseImage } from '../kubernetes/parseImage';
import type { PodObject } from '../kubernetes/schemas/pods';
import type { PodTemplate } from '../kubernetes/schemas/podTemplate';

/**
 * The images that pods run, and those of the template that none runs yet; the
 * ones of the template first.
 */
export function listRunningImages(
  template: PodTemplate,
  pods: PodObject[],
): RunningImage[] {
  const images = new Map<string, RunningImage>();
  for (const { name, image } of template.spec.containers) {
    images.set(keyOf(name, image), {
      ...parseImage(name, image),
      podCount: 0,
      isCurrent: true,
    });
  }
  for (const { metadata, spec, status } of pods) {
    if (metadata.deletionTimestamp) {
      continue;
    }
    for (const { name, image } of spec.containers) {
      const key = keyOf(name, image);
      const known = images.get(key);
      const digest = /sha256:[0-9a-f]+$/.exec(
        status.containerStatuses?.find(container => container.name === name)
          ?.imageID ?? '',
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
