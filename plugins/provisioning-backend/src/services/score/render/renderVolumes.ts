import type { FieldIssue } from '@atrium/common/yaml';
import {
  parseScoreText,
  type ScoreContainer,
  type ScoreWorkload,
} from '@atrium/plugin-provisioning-common';
import type { JsonObject } from '@backstage/types';
import type { RenderedMounts } from './renderFiles';
import { shortHash } from './shortHash';

/** The type of a resource that lives and dies with a pod. */
export const VOLUME_TYPE = 'volume';

interface RenderVolumesOptions {
  workload: ScoreWorkload;
  path: PropertyKey[];
  found: FieldIssue[];
}

/**
 * The volumes of a container: an empty one for a resource of type `volume`, as
 * score-k8s has it, and the PersistentVolumeClaim of a name else.
 */
export function renderVolumes(
  { volumes }: ScoreContainer,
  { workload, path, found }: RenderVolumesOptions,
): RenderedMounts {
  const rendered: RenderedMounts = { manifests: [], volumes: [], mounts: [] };
  for (const volume of volumes) {
    const source = readSource(volume.source, workload);
    if (!source) {
      found.push({
        path: [...path, 'volumes', volume.key, 'source'],
        message: `must be a resource of type '${VOLUME_TYPE}' or the name of a PersistentVolumeClaim`,
      });
      continue;
    }
    const name = `vol-${shortHash(volume.source)}`;
    rendered.volumes.push({ name, ...source });
    rendered.mounts.push({
      name,
      mountPath: volume.target,
      ...(volume.path !== undefined && { subPath: volume.path }),
      ...(volume.readOnly && { readOnly: true }),
    });
  }
  return rendered;
}

function readSource(
  source: string,
  { resources }: ScoreWorkload,
): JsonObject | undefined {
  const [first, ...others] = parseScoreText(source);
  if (!first || others.length > 0) {
    return undefined;
  }
  if (first.kind === 'text') {
    return { persistentVolumeClaim: { claimName: first.text } };
  }
  const [root, name, ...output] = first.path;
  const isVolume =
    root === 'resources' &&
    output.length === 0 &&
    resources[name]?.type.toLowerCase() === VOLUME_TYPE;
  return isVolume ? { emptyDir: {} } : undefined;
}
