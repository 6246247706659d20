import type {
  ClusterProblem,
  ClusterReading,
} from '@atrium/plugin-workloads-common';
import { ClusterError, isWithoutAnswer } from './ClusterError';
import type { ClusterInfo } from './KubernetesProxyClient';
import type { ResourceType } from './resourceTypes';

/** What was read when it failed. */
interface Attempt {
  type: ResourceType;
  namespace?: string;
}

/** What failed alike in one namespace, or in all of them. */
interface Failure {
  kind: ClusterProblem['kind'];
  namespace?: string;
  resources: string[];
  detail: string;
}

/** Collects what could not be read in one cluster, the same only once. */
export class ClusterProblems {
  readonly #cluster: ClusterInfo;
  readonly #failures = new Map<string, Failure>();
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
    this.#failures.forEach((failure, key) => copy.#failures.set(key, failure));
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
    const { kind, detail } = error;
    const { type, namespace } = attempt;
    const key = [kind, namespace ?? ''].join('/');
    const known = this.#failures.get(key);
    this.#failures.set(key, {
      kind,
      namespace,
      resources: [...new Set([...(known?.resources ?? []), type.label])],
      detail: known?.detail ?? detail,
    });
  }

  /** The cluster with all that was noted. */
  toReading(): ClusterReading {
    const { name, title, dashboardUrl } = this.#cluster;
    const isNothingRead =
      this.#failedWorkloadReads > 0 &&
      this.#failedWorkloadReads === this.#workloadReads;
    const partly = this.#failures.size > 0 ? 'partly-read' : 'read';
    return {
      cluster: name,
      title,
      dashboardUrl,
      status: isNothingRead ? 'not-read' : partly,
      isMeasured: this.#isMeasured,
      readAt: this.#readAt ?? new Date().toISOString(),
      problems: this.#listProblems(),
    };
  }

  #listProblems(): ClusterProblem[] {
    const problems = new Map<string, ClusterProblem>();
    for (const [key, failure] of this.#failures) {
      const { kind, detail } = failure;
      if (this.#isWhole(kind)) {
        const message = this.#describe(kind, { resources: [] });
        const whole = { kind, resources: [], message, detail };
        problems.set(kind, problems.get(kind) ?? whole);
      } else {
        const message = this.#describe(kind, failure);
        problems.set(key, { ...failure, message });
      }
    }
    return [...problems.values()];
  }

  /** What is about the whole cluster; one that told anything is there. */
  #isWhole(kind: ClusterProblem['kind']): boolean {
    return (
      kind === 'unauthorized' ||
      (isWithoutAnswer(kind) && this.#readAt === undefined)
    );
  }

  #describe(
    kind: ClusterProblem['kind'],
    what: Pick<ClusterProblem, 'namespace' | 'resources'>,
  ): string {
    const { name } = this.#cluster;
    const resources = listInWords(what.resources);
    const place = what.namespace
      ? `in namespace '${what.namespace}' of cluster '${name}'`
      : `in cluster '${name}'`;
    switch (kind) {
      case 'unreachable':
        return resources
          ? `There is no answer for ${resources} ${place}.`
          : `Cluster '${name}' cannot be reached. Others are shown.`;
      case 'timeout':
        return resources
          ? `Reading ${resources} ${place} takes too long.`
          : `Cluster '${name}' does not answer in time. Others are shown.`;
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
