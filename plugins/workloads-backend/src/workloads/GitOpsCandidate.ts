import type { GitOpsObject } from '@atrium/plugin-workloads-common';
import type { Metadata } from '../kubernetes/schemas/metadata';

/** A workload as tools of GitOps name it. */
export interface GitOpsTarget {
  kind: string;
  namespace: string;
  name: string;
}

/** An object of a tool, and what it brings. */
export interface GitOpsCandidate {
  metadata: Metadata;
  object: Omit<GitOpsObject, 'matchedBy' | 'workloadClusters'>;
  /** What it says that it applied. */
  targets: GitOpsTarget[];
  /**
   * The cluster that it deploys to, where that is certain: its own, or one that
   * it names.
   */
  targetCluster: string | undefined;
  /** Labels that it puts on what it applies. */
  marks: Record<string, string>;
}
