import type { ApiDeprecation } from '@atrium/plugin-workloads-common';

/** What happens to an API version, and what to use instead. */
export function describeDeprecation(deprecation: ApiDeprecation): string {
  const { deprecatedIn, removedIn, replacement, isRemoved } = deprecation;
  const fate = removedIn
    ? `${isRemoved ? 'was' : 'will be'} removed in Kubernetes ${removedIn}`
    : `is deprecated since Kubernetes ${deprecatedIn}`;
  return replacement ? `It ${fate}; use ${replacement}.` : `It ${fate}.`;
}
