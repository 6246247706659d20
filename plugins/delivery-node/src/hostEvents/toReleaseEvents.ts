import type { CloudEvent } from '@atrium/plugin-delivery-common';
import type { Release } from '@atrium/git-hosts';
import { createRepositoryEvent } from './createRepositoryEvent';
import type { HostRepository } from '@atrium/git-hosts';

const COMMIT = /^[0-9a-f]{40}$/i;

/** A release gives out an artifact, once it is no draft any more. */
export function toReleaseEvents(
  context: { release: Release; packageUrl: string },
  repository: HostRepository,
): CloudEvent[] {
  const { release, packageUrl } = context;
  if (release.draft || !release.published_at) {
    return [];
  }
  const { target_commitish: target } = release;
  return [
    createRepositoryEvent('artifact.published', repository, {
      subjectId: packageUrl,
      fact: `releases/${release.id}/published`,
      time: release.published_at,
      content: {},
      atrium: {
        version: release.tag_name,
        // Mostly the branch, which has moved on since.
        commit: COMMIT.test(target) ? target : undefined,
        actor: release.author?.login,
        url: release.html_url,
      },
    }),
  ];
}
