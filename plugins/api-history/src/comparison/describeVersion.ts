import type { ApiVersion } from '@atrium/plugin-api-history-common';
import type { Status } from '@atrium/ui';

/** A state of a version in one word or two. */
export interface VersionBadge {
  status: Status;
  text: string;
}

/** `#4, 1.9.0`: how a version is called. */
export function versionName({ number, version }: ApiVersion): string {
  return version ? `#${number}, ${version}` : `#${number}`;
}

/** What a version brought, the worst first. */
export function describeVersion(version: ApiVersion): VersionBadge[] {
  const { counts, error, isValid } = version;
  if (!isValid) {
    const line = error?.line;
    return [
      {
        status: 'bad',
        text: line === undefined ? 'Not valid' : `Not valid, line ${line}`,
      },
    ];
  }
  if (!counts) {
    return [
      {
        status: 'unknown',
        text:
          version.comparedTo === undefined ? 'First version' : 'Not compared',
      },
    ];
  }
  const badges: VersionBadge[] = [];
  if (counts.breaking > 0) {
    badges.push({ status: 'bad', text: `${counts.breaking} breaking` });
  }
  if (counts.risky > 0) {
    badges.push({ status: 'warning', text: `${counts.risky} risky` });
  }
  if (counts.compatible > 0) {
    badges.push({ status: 'good', text: `${counts.compatible} compatible` });
  }
  return badges.length > 0
    ? badges
    : [{ status: 'good', text: 'Same meaning' }];
}
