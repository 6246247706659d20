import type { MessageDescriptor } from '@atrium/common';
import type { Deployment } from '@atrium/plugin-delivery-common';
import type {
  ContainerImage,
  RunningImage,
  VersionComparison,
  VersionVerdict,
} from '@atrium/plugin-workloads-common';
import { words } from '../workloadWords';

/** What delivery says of one service in one environment. */
export interface DeliveredVersion {
  isRunning: boolean;
  deployment: Deployment;
}

/** What {@link compareVersion} compares. */
export interface VersionFacts {
  /** The images that run, or those of the template where pods are not read. */
  images: (ContainerImage & Partial<RunningImage>)[];
  environment: string | undefined;
  /**
   * An item for each service of the entity. Absent: delivery tells of no
   * deployment; `unavailable`: it tells nothing.
   */
  delivered: DeliveredVersion[] | 'unavailable' | undefined;
  /** The names by which an image of the entity may be known. */
  names: string[];
}

/** Compares what runs with what delivery says was deployed. */
export function compareVersion(facts: VersionFacts): VersionComparison {
  const { environment, delivered } = facts;
  const running = facts.images.filter(({ podCount }) => podCount !== 0);
  const versions = [...new Set(running.map(({ version }) => version))];
  const found =
    typeof delivered === 'object'
      ? findDelivered(delivered, facts.images)
      : undefined;
  const base = { environment, running: versions };
  const say = (
    verdict: VersionVerdict,
    reason: MessageDescriptor,
  ): VersionComparison => ({
    ...base,
    verdict,
    ...words.fields({ reason }),
    ...(found && { deployed: toDeployed(found.deployment) }),
  });

  if (!environment) {
    return say('unknown', words.describe('workloads.version.noEnvironment'));
  }
  if (delivered === 'unavailable') {
    return say('unknown', words.describe('workloads.version.noAnswer'));
  }
  if (!delivered) {
    return say(
      'unknown',
      words.describe('workloads.version.noDeployment', { environment }),
    );
  }
  if (!found) {
    return say('unknown', words.describe('workloads.version.otherImages'));
  }
  const { deployment, isRunning } = found;
  if (!isRunning) {
    return say(
      'different',
      words.describe('workloads.version.gone', { environment }),
    );
  }
  const { version } = deployment;
  if (running.length === 0) {
    return say('unknown', words.describe('workloads.version.noPod'));
  }
  const names =
    delivered.length > 1 ? [nameOfService(deployment)] : facts.names;
  const own = running.filter(image => isOwn(image, { deployment, names }));
  const stale = own.filter(image => isSame(image, deployment) === false);
  if (stale.length === 0) {
    if (own.some(image => isSame(image, deployment) === undefined)) {
      return say(
        'unknown',
        words.describe('workloads.version.notComparable', { environment }),
      );
    }
    return running.some(image => isSame(image, deployment))
      ? say('same', words.describe('workloads.version.same', { environment }))
      : say('unknown', words.describe('workloads.version.otherImages'));
  }
  const staleVersions = new Set(stale.map(image => image.version));
  return say(
    'different',
    words.describe('workloads.version.different', {
      version: version ?? words.describe('workloads.version.anotherArtifact'),
      environment,
      found: [...staleVersions].join(', '),
    }),
  );
}

/**
 * Of several services the one that a workload is: by the name of its artifact or by
 * its own, else by what runs. None where nothing tells.
 */
function findDelivered(
  delivered: DeliveredVersion[],
  images: VersionFacts['images'],
): DeliveredVersion | undefined {
  if (delivered.length === 1) {
    return delivered[0];
  }
  return (
    delivered.find(({ deployment }) =>
      images.some(image =>
        isOwn(image, { deployment, names: [nameOfService(deployment)] }),
      ),
    ) ??
    delivered.find(({ deployment }) =>
      images.some(image => isSame(image, deployment)),
    )
  );
}

function toDeployed(
  deployment: Deployment,
): NonNullable<VersionComparison['deployed']> {
  const { version, at, actor, artifactId, commit, url } = deployment;
  return { version, at, actor, artifactId, commit, url };
}

/**
 * By digest where both have one, else by tag, or by a tag that is made of the
 * commit. Undefined where nothing of both can be compared.
 */
function isSame(
  image: ContainerImage & Partial<RunningImage>,
  { version, artifactId, commit }: Deployment,
): boolean | undefined {
  const expected = [version, parseArtifact(artifactId)?.version].filter(
    value => value !== undefined,
  );
  const digest = expected.find(isDigest);
  const byDigest = digest ? hasDigest(image, digest) : undefined;
  if (byDigest !== undefined) {
    return byDigest;
  }
  // Without a tag it is the one that Kubernetes takes then, unless it is pinned.
  const tag = image.tag ?? (image.digest ? undefined : 'latest');
  if (!tag) {
    return undefined;
  }
  const versions = expected.filter(value => !isDigest(value));
  const hash = findHash(tag);
  if (
    versions.some(value => withoutV(value) === withoutV(tag)) ||
    (hash && commit?.startsWith(hash))
  ) {
    return true;
  }
  return versions.length > 0 || (hash && commit) ? false : undefined;
}

/** Undefined where no digest of the image is known. */
function hasDigest(
  { digest, runningDigests = [] }: ContainerImage & Partial<RunningImage>,
  expected: string,
): boolean | undefined {
  if (digest === expected) {
    return true;
  }
  if (runningDigests.length > 0) {
    // Pods that are older than a move of the tag run what was there before.
    return runningDigests.every(one => one === expected);
  }
  return digest ? false : undefined;
}

function isDigest(version: string): boolean {
  return version.startsWith('sha256:');
}

/** By the name of the artifact, or where there is none by one of some names. */
function isOwn(
  image: ContainerImage,
  { deployment, names }: { deployment: Deployment; names: string[] },
): boolean {
  const artifact = parseArtifact(deployment.artifactId);
  const name = image.repository.split('/').at(-1);
  return (artifact ? [artifact.name] : names).includes(String(name));
}

/** Its last part: emitters also name services like repositories. */
function nameOfService({ service }: Deployment): string {
  return service.slice(service.lastIndexOf('/') + 1);
}

/** The name and the version in a package URL such as `pkg:oci/web@1.2`. */
function parseArtifact(
  packageUrl: string | undefined,
): { name: string; version: string } | undefined {
  const [, name, version] =
    /^pkg:[^/]+\/(?:[^@?#]*\/)?([^/@?#]+)@([^?#]+)/.exec(packageUrl ?? '') ??
    [];
  return name && version
    ? { name, version: version.replaceAll('%3A', ':') }
    : undefined;
}

function withoutV(version: string): string {
  return version.replace(/^v(?=\d)/, '');
}

/** What of a tag may be a commit, as in `main-1f3c5a79`. */
function findHash(tag: string): string | undefined {
  return /(?:^|[-_.])([0-9a-f]{7,40})$/.exec(tag)?.[1];
}
