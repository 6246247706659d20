import type { CloudEvent } from '../cloudEvent';
import type { HostRelease } from './hostObjects';
import { createRepositoryEvent } from './createRepositoryEvent';
import type { EventRepository } from './EventRepository';

const COMMIT = /^[0-9a-f]{40}$/i;

/** A release gives out an artifact, once it is no draft any more. */
export function toReleaseEvents(
  context: { release: HostRelease; packageUrl: string },
  repository: EventRepository,
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
