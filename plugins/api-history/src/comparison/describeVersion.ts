import type { ApiVersion } from '@atrium/plugin-api-history-common';
import type { StatusWords } from '@atrium/ui';
import { t } from '../translation';

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
        text:
          line === undefined
            ? t('describeVersion.notValid')
            : t('describeVersion.notValidLine', { line }),
      },
    ];
  }
  if (!counts) {
    return [
      version.comparedTo === undefined
        ? { status: 'neutral', text: t('describeVersion.firstVersion') }
        : { status: 'unknown', text: t('describeVersion.notCompared') },
    ];
  }
  const badges: StatusWords[] = [];
  if (counts.breaking > 0) {
    badges.push({
      status: 'bad',
      text: t('describeVersion.breaking', { breaking: counts.breaking }),
    });
  }
  if (counts.risky > 0) {
    badges.push({
      status: 'warning',
      text: t('describeVersion.risky', { risky: counts.risky }),
    });
  }
  if (counts.compatible > 0) {
    badges.push({
      status: 'good',
      text: t('describeVersion.compatible', { compatible: counts.compatible }),
    });
  }
  return badges.length > 0
    ? badges
    : [{ status: 'good', text: t('describeVersion.sameMeaning') }];
}
