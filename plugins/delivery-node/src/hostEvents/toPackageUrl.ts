import type { HostRepository } from '@atrium/git-hosts';

/** What a repository gives out at a version: a tag, or a commit. */
export function toPackageUrl(
  hostId: string,
  repository: HostRepository,
  version: string,
): string {
  // The package URL specification wants owner and name in lower case.
  const name = repository.fullName.toLowerCase();
  return `pkg:${hostId}/${name}@${encodeURIComponent(version)}`;
}
