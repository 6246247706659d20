import type {
  ClusterProblem,
  ClusterReading,
} from '@atrium/plugin-workloads-common';
import { ClusterError } from './ClusterError';
import type { ClusterInfo } from './KubernetesProxyClient';
import type { ResourceType } from './resourceTypes';

/** What was read when it failed. */
interface Attempt {
  type: ResourceType;
  namespace?: string;
}

/** Collects what could not be read in one cluster, the same only once. */
export class ClusterProblems {
  readonly #cluster: ClusterInfo;
  readonly #problems = new Map<string, ClusterProblem>();
  #workloadReads = 0;
  #failedWorkloadReads = 0;
  #isMeasured = false;
  #readAt: string | undefined;

  constructor(cluster: ClusterInfo) {
    this.#cluster = cluster;
  }

  /** The same so far: what is noted in it is not noted here. */
  copy(): ClusterProblems {
    const copy = new ClusterProblems(this.#cluster);
    this.#problems.forEach((problem, key) => copy.#problems.set(key, problem));
    copy.#workloadReads = this.#workloadReads;
    copy.#failedWorkloadReads = this.#failedWorkloadReads;
    copy.#isMeasured = this.#isMeasured;
    copy.#readAt = this.#readAt;
    return copy;
  }

  /** Notes that something was read. */
  noteSuccess(readAt: string, isWorkloads = false): void {
    this.#workloadReads += isWorkloads ? 1 : 0;
    if (!this.#readAt || readAt < this.#readAt) {
      this.#readAt = readAt;
    }
  }

  /** Notes that the metrics API told of pods. */
  noteMeasured(): void {
    this.#isMeasured = true;
  }

  /**
   * Notes what failed.
   *
   * @throws the error when it is not one of a cluster.
   */
  noteFailure(error: unknown, attempt: Attempt, isWorkloads = false): void {
    if (!(error instanceof ClusterError)) {
      throw error;
    }
    if (isWorkloads) {
      this.#workloadReads += 1;
      this.#failedWorkloadReads += 1;
    }
    const { kind } = error;
    const isWhole = ['unreachable', 'timeout', 'unauthorized'].includes(kind);
    const namespace = isWhole ? undefined : attempt.namespace;
    const key = [kind, namespace ?? ''].join('/');
    const known = this.#problems.get(key);
    const resources = isWhole
      ? []
      : [...new Set([...(known?.resources ?? []), attempt.type.label])];
    this.#problems.set(key, {
      kind,
      resources,
      namespace,
      message: this.#describe(kind, { resources, namespace }),
      detail: known?.detail ?? error.detail,
    });
  }

  /** The cluster with all that was noted. */
  toReading(): ClusterReading {
    const { name, title, dashboardUrl } = this.#cluster;
    const isNothingRead =
      this.#failedWorkloadReads > 0 &&
      this.#failedWorkloadReads === this.#workloadReads;
    const partly = this.#problems.size > 0 ? 'partly-read' : 'read';
    return {
      cluster: name,
      title,
      dashboardUrl,
      status: isNothingRead ? 'not-read' : partly,
      isMeasured: this.#isMeasured,
      readAt: this.#readAt ?? new Date().toISOString(),
      problems: [...this.#problems.values()],
    };
  }

  #describe(
    kind: ClusterProblem['kind'],
    what: { resources: string[]; namespace: string | undefined },
  ): string {
    const { name } = this.#cluster;
    const resources = listInWords(what.resources);
    const place = what.namespace
      ? `in namespace '${what.namespace}' of cluster '${name}'`
      : `in cluster '${name}'`;
    switch (kind) {
      case 'unreachable':
        return `Cluster '${name}' cannot be reached. Others are shown.`;
      case 'timeout':
        return `Cluster '${name}' does not answer in time. Others are shown.`;
      case 'unauthorized':
        return `Cluster '${name}' does not accept the credentials of the portal; the token may have expired. Others are shown.`;
      case 'forbidden':
        return what.namespace
          ? `The portal may not read ${resources} ${place}.`
          : `The portal may not read ${resources} of all namespaces ${place}. Grant it, or name the namespaces in 'workloads.namespaces'.`;
      case 'missing-api':
        return resources === 'metrics'
          ? `There is no metrics API ${place}, so usage is not measured.`
          : `There is no API for ${resources} ${place}.`;
      case 'failed':
        return `Reading ${resources} ${place} failed.`;
      default:
        throw new Error(`Unknown problem '${kind satisfies never}'`);
    }
  }
}

function listInWords(items: string[]): string {
  const last = items.at(-1) ?? '';
  return items.length > 1
    ? `${items.slice(0, -1).join(', ')} and ${last}`
    : last;
}
