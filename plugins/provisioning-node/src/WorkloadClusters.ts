import type { JsonObject } from '@backstage/types';
import type { DriverText } from './DriverText';

/** An object of a cluster, with the place where it is. */
export type WorkloadObject = JsonObject & {
  apiVersion: string;
  kind: string;
  metadata: JsonObject & {
    name: string;
    namespace: string;
    labels?: Record<string, string>;
  };
};

/** A field that somebody else keeps at another value. */
export interface AppliedFieldConflict {
  /** The field manager, such as `argocd-controller`. */
  manager: string;
  field: string;
}

/** What the cluster says would become of an object. */
export interface DryRun {
  /** As it is now; absent where there is none. */
  live?: JsonObject;
  /** As it would be; absent where the cluster would refuse it. */
  result?: JsonObject;
  conflicts: AppliedFieldConflict[];
  /** Why the cluster would refuse it. */
  problem?: DriverText;
}

/**
 * The clusters that workloads may be applied to, by server-side apply.
 *
 * @remarks Every call throws `ProviderRefusal` where the cluster refuses or is
 * none of them; any other error means that nobody knows.
 */
export interface WorkloadClusters {
  /** The object that is there under the name of another, or that one mounts. */
  get(cluster: string, object: WorkloadObject): Promise<JsonObject | undefined>;
  /** Has the cluster say what would become of an object; changes nothing. */
  dryRun(cluster: string, object: WorkloadObject): Promise<DryRun>;
  /** Applies an object; refused where somebody else keeps a field of it. */
  apply(cluster: string, object: WorkloadObject): Promise<void>;
}
