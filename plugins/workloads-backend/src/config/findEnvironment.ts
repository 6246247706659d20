import { matchesPattern } from '@atrium/backend-common';

/**
 * Which environment a namespace of a cluster stands for. What names the
 * namespace goes before what names its cluster, and an exact name before a
 * pattern.
 */
export function findEnvironment(
  environments: Record<string, string>,
  place: { cluster: string; namespace: string },
): string | undefined {
  const { cluster, namespace } = place;
  const exact = environments[`${cluster}/${namespace}`];
  if (exact) {
    return exact;
  }
  const pattern = Object.keys(environments).find(
    key =>
      key.startsWith(`${cluster}/`) &&
      matchesPattern(key.slice(cluster.length + 1), namespace),
  );
  return environments[pattern ?? cluster];
}
