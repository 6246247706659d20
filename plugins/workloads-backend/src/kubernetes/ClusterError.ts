import type { ClusterProblemKind } from '@atrium/plugin-workloads-common';
import { CustomErrorBase } from '@backstage/errors';

interface ClusterErrorOptions {
  kind: ClusterProblemKind;
  /** What the cluster, or the way to it, said. */
  detail: string;
  /** The HTTP status, where there was an answer. */
  status?: number;
}

/** Whether a cluster did not answer at all, or not in time. */
export function isWithoutAnswer(kind: ClusterProblemKind): boolean {
  return kind === 'unreachable' || kind === 'timeout';
}

/** A cluster could not be read, or did not do what it was asked. */
export class ClusterError extends CustomErrorBase {
  name = 'ClusterError' as const;
  readonly kind: ClusterProblemKind;
  readonly detail: string;
  readonly status: number | undefined;

  constructor(cluster: string, options: ClusterErrorOptions) {
    super(`Cluster '${cluster}': ${options.detail}`);
    this.kind = options.kind;
    this.detail = options.detail;
    this.status = options.status;
  }
}
