import type { ApiDeprecation } from '@atrium/plugin-workloads-common';
import { t } from '../../translation';

/** What happens to an API version, and what to use instead. */
export function describeDeprecation(deprecation: ApiDeprecation): string {
  const { deprecatedIn, removedIn, replacement, isRemoved } = deprecation;
  if (!removedIn) {
    const version = deprecatedIn;
    return replacement
      ? t('describeDeprecation.isDeprecatedUse', { version, replacement })
      : t('describeDeprecation.isDeprecated', { version });
  }
  const version = removedIn;
  if (isRemoved) {
    return replacement
      ? t('describeDeprecation.wasRemovedUse', { version, replacement })
      : t('describeDeprecation.wasRemoved', { version });
  }
  return replacement
    ? t('describeDeprecation.willBeRemovedUse', { version, replacement })
    : t('describeDeprecation.willBeRemoved', { version });
}
