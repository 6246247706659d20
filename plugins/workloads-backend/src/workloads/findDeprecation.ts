import type { ApiDeprecation } from '@atrium/plugin-workloads-common';
import { apiDeprecations } from './apiDeprecations';

/** What {@link findDeprecation} judges. */
interface AppliedObject {
  kind: string;
  /** By which it was applied; the API server answers with the asked one. */
  apiVersion: string | undefined;
  /** The minor release of its cluster, as far as it is known. */
  clusterMinor: number | undefined;
}

/** Whether an object was applied by an API version that Kubernetes gives up. */
export function findDeprecation(
  object: AppliedObject,
): ApiDeprecation | undefined {
  const { kind, apiVersion, clusterMinor } = object;
  const found = apiDeprecations.find(
    api => api.apiVersion === apiVersion && api.kinds.includes(kind),
  );
  return (
    found && {
      apiVersion: found.apiVersion,
      kind,
      deprecatedIn: `1.${found.deprecatedIn}`,
      removedIn: `1.${found.removedIn}`,
      replacement: found.replacement,
      isRemoved: clusterMinor !== undefined && clusterMinor >= found.removedIn,
    }
  );
}
