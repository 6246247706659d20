import type { CloudEvent } from '@atrium/plugin-delivery-common';
import type { Release } from '../payloads/githubObjects';
import { createGithubEvent } from './createGithubEvent';
import type { GithubRepository } from './GithubRepository';
import { toPackageUrl } from './toPackageUrl';

const COMMIT = /^[0-9a-f]{40}$/i;

/** A release gives out an artifact, once it is no draft any more. */
export function toReleaseEvents(
  release: Release,
  repository: GithubRepository,
): CloudEvent[] {
  if (release.draft || !release.published_at) {
    return [];
  }
  const { target_commitish: target } = release;
  return [
    createGithubEvent('artifact.published', repository, {
      subjectId: toPackageUrl(repository, release.tag_name),
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
