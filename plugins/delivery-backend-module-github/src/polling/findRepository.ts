import { type HostRepository, toGithubRepository } from '@atrium/git-hosts';
import {
  GITHUB_PROJECT_SLUG_ANNOTATION,
  SOURCE_LOCATION_ANNOTATION,
} from '@atrium/plugin-delivery-common';

/**
 * The GitHub repository that the annotations of an entity name.
 *
 * @param covers - whether the portal has an integration for the host of an
 *   address
 */
export function findRepository(
  annotations: Record<string, string>,
  covers: (url: string) => boolean,
): HostRepository | undefined {
  const slug = annotations[GITHUB_PROJECT_SLUG_ANNOTATION] ?? '';
  if (!/^[\w-]+\/(?!\.{1,2}$)[\w.-]+$/.test(slug)) {
    return undefined;
  }
  // The annotation names no host; the source has one when it is not github.com.
  const location = annotations[SOURCE_LOCATION_ANNOTATION]?.replace(
    /^url:/,
    '',
  );
  const origin =
    location && URL.canParse(location) && covers(location)
      ? new URL(location).origin
      : 'https://github.com';
  return covers(origin) ? toGithubRepository(`${origin}/${slug}`) : undefined;
}
