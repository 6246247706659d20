import {
  runningContainers,
  type RunningImage,
} from '@atrium/plugin-workloads-common';
import { parseImage } from '../kubernetes/parseImage';
import type { PodObject } from '../kubernetes/schemas/pods';
import type { PodTemplate } from '../kubernetes/schemas/podTemplate';
import { runningStatuses } from './runningStatuses';

interface NamedImage {
  name: string;
  image: string;
}

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
  const present = pods.filter(({ metadata }) => !metadata.deletionTimestamp);
  const added = findAddedNames(named, present);
  for (const pod of present) {
    const statuses = runningStatuses(pod);
    const containers = runningContainers(pod.spec).filter(
      ({ name }) => !added.has(name),
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
        runningDigests: addDigest(known?.runningDigests, digest),
      });
    }
  }
  return [...images.values()].sort(
    (a, b) => Number(b.isCurrent) - Number(a.isCurrent),
  );
}

/**
 * The containers that something added to pods, such as a mesh: they are no image of
 * the template, and none that is being replaced. A sidecar among the init containers
 * that the template does not name is one, and so is any container beside all those
 * of the newest template. What only older pods have may have been in their template.
 */
function findAddedNames(
  named: NamedImage[],
  pods: PodObject[],
): ReadonlySet<string> {
  const isNamed = (container: NamedImage) =>
    named.some(({ name }) => name === container.name);
  return new Set(
    pods.flatMap(({ spec }) => {
      const running = runningContainers(spec);
      const isNewest = named.every(one =>
        running.some(
          ({ name, image }) =>
            keyOf(name, image) === keyOf(one.name, one.image),
        ),
      );
      return running
        .filter(
          one => !isNamed(one) && (isNewest || !spec.containers.includes(one)),
        )
        .map(({ name }) => name);
    }),
  );
}

function addDigest(
  known: string[] | undefined,
  digest: string | undefined,
): string[] | undefined {
  return digest ? [...new Set([...(known ?? []), digest])] : known;
}

function keyOf(container: string, image: string): string {
  return `${container} ${image}`;
}
