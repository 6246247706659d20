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
  const matching = running.filter(image => isSame(image, deployment));
  const own = running.filter(image => isOwn(image, { deployment, names }));
  const stale = own.filter(image => !isSame(image, deployment));
  if (matching.length > 0 && stale.length === 0) {
    return say(
      'same',
      words.describe('workloads.version.same', { environment }),
    );
  }
  if (stale.length === 0) {
    return say('unknown', words.describe('workloads.version.otherImages'));
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

/** By tag, by digest, or by a tag that is made of the commit. */
function isSame(
  image: ContainerImage & Partial<RunningImage>,
  { version, artifactId, commit }: Deployment,
): boolean {
  const artifact = parseArtifact(artifactId);
  const digests = [image.digest, image.runningDigest];
  if (artifact?.version.startsWith('sha256:')) {
    return digests.includes(artifact.version);
  }
  const { tag } = image;
  if (!tag) {
    return false;
  }
  const expected = [version, artifact?.version].filter(
    value => value !== undefined,
  );
  return (
    expected.some(value => withoutV(value) === withoutV(tag)) ||
    (commit !== undefined && isCommitTag(tag, commit))
  );
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

function isCommitTag(tag: string, commit: string): boolean {
  const [, hash] = /(?:^|[-_.])([0-9a-f]{7,40})$/.exec(tag) ?? [];
  return hash !== undefined && commit.startsWith(hash);
}
