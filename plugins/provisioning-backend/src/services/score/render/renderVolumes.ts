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

/** A PersistentVolumeClaim that is mounted, by whatever name a file gives. */
export interface MountedClaim {
  name: string;
  /** Where the file names it. */
  path: PropertyKey[];
}

interface RenderVolumesOptions {
  workload: ScoreWorkload;
  path: PropertyKey[];
  found: FieldIssue[];
}

/** As Kubernetes takes names of PersistentVolumeClaims. */
const CLAIM_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

/**
 * The volumes of a container: an empty one for a resource of type `volume`, as
 * score-k8s has it, and the PersistentVolumeClaim of a name else.
 */
export function renderVolumes(
  { volumes }: ScoreContainer,
  { workload, path, found }: RenderVolumesOptions,
): RenderedMounts & { claims: MountedClaim[] } {
  const rendered: RenderedMounts = { manifests: [], volumes: [], mounts: [] };
  const claims: MountedClaim[] = [];
  for (const volume of volumes) {
    const source = readSource(volume.source, workload);
    const at = [...path, 'volumes', volume.key, 'source'];
    if (!source) {
      found.push({
        path: at,
        message: `must be a resource of type '${VOLUME_TYPE}' or the name of a PersistentVolumeClaim`,
      });
      continue;
    }
    if (source.claim !== undefined) {
      claims.push({ name: source.claim, path: at });
    }
    const name = `vol-${shortHash(volume.source)}`;
    rendered.volumes.push({ name, ...toVolume(source) });
    rendered.mounts.push({
      name,
      mountPath: volume.target,
      ...(volume.path !== undefined && { subPath: volume.path }),
      ...(volume.readOnly && { readOnly: true }),
    });
  }
  return { ...rendered, claims };
}

function toVolume({ claim }: { claim?: string }): JsonObject {
  return claim === undefined
    ? { emptyDir: {} }
    : { persistentVolumeClaim: { claimName: claim } };
}

/** The name of a claim, or no claim for a volume of the pod. */
function readSource(
  source: string,
  { resources }: ScoreWorkload,
): { claim?: string } | undefined {
  const [first, ...others] = parseScoreText(source);
  if (!first || others.length > 0) {
    return undefined;
  }
  if (first.kind === 'text') {
    return CLAIM_NAME.test(first.text) ? { claim: first.text } : undefined;
  }
  const [root, name, ...output] = first.path;
  const isVolume =
    root === 'resources' &&
    output.length === 0 &&
    resources[name]?.type.toLowerCase() === VOLUME_TYPE;
  return isVolume ? {} : undefined;
}
