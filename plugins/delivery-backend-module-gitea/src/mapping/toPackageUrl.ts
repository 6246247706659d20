import type { HostRepository } from '@atrium/git-hosts';

/** What a repository gives out under a tag. */
export function toPackageUrl(repository: HostRepository, tag: string): string {
  const name = repository.fullName.toLowerCase();
  return `pkg:gitea/${name}@${encodeURIComponent(tag)}`;
}
