import type { DoraCount } from './doraCounts';

/** A deployment to production. Times are milliseconds. */
export interface DoraDeployment {
  id: string;
  kind: 'deployed' | 'upgraded' | 'rolledback' | 'removed';
  environment: string;
  /** What the emitter calls the service; an entity may have several. */
  service: string;
  at: number;
  /** What tells versions apart: the artifact, else the version or commit. */
  version?: string;
  artifactId?: string;
  commit?: string;
  /** When that commit reached its branch, if the emitter says so. */
  committedAt?: number;
}

/** A merged change. */
export interface DoraChange {
  id: string;
  mergedAt: number;
  firstCommitAt?: number;
  /** When it was first opened for others to see. */
  openedAt?: number;
  commit?: string;
  branch?: string;
  /** The service it is about, if the emitter says so. */
  service?: string;
}

/** An incident in production. */
export interface DoraIncident {
  id: string;
  detectedAt: number;
  /** Absent while it lasts. */
  resolvedAt?: number;
  environment?: string;
  artifactId?: string;
  /** The service it is about, if the emitter says so. */
  service?: string;
}

/** Everything about one entity that its metrics follow from. */
export interface DoraInput {
  deployments: DoraDeployment[];
  changes: DoraChange[];
  incidents: DoraIncident[];
}

/** What happened to an entity on a day. */
export interface DoraDay extends Record<DoraCount, number> {
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  deployments: number;
  failedDeployments: number;
  leadSeconds: number[];
  restoreSeconds: number[];
}

/** What follows from the history of an entity. */
export interface DoraFigures {
  /** In order; days on which nothing happened are not there. */
  days: DoraDay[];
  /** When each change first reached production, and how long that took. */
  changes: Map<string, { deployedAt: number; leadSeconds?: number }>;
  /** The deployment that is blamed for each incident. */
  causes: Map<string, string>;
}
