import type { ApiVersion } from '@atrium/plugin-api-history-common';
import type { StatusWords } from '@atrium/ui';

/** `#4, 1.9.0`: how a version is called. */
export function versionName({ number, version }: ApiVersion): string {
  return version ? `#${number}, ${version}` : `#${number}`;
}

/** What a version brought, the worst first. */
export function describeVersion(version: ApiVersion): StatusWords[] {
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
  const badges: StatusWords[] = [];
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
