import {
  type EntityMatch,
  matchesLabelSelector,
} from '@atrium/plugin-workloads-common';
import type { z } from 'zod';
import { describeApplication } from '../workloads/describeApplication';
import {
  describeHelmRelease,
  describeKustomization,
} from '../workloads/describeFlux';
import type { GitOpsCandidate } from '../workloads/GitOpsCandidate';
import { ClusterProblems } from '../kubernetes/ClusterProblems';
import type { ClusterReader, ListOptions } from '../kubernetes/ClusterReader';
import type { ClusterInfo } from '../kubernetes/KubernetesProxyClient';
import { type ResourceType, resourceTypes } from '../kubernetes/resourceTypes';
import type { AutoscalerObject } from '../kubernetes/schemas/autoscalers';
import type {
  EventObject,
  PodMetrics,
  PodObject,
} from '../kubernetes/schemas/pods';
import type { Job } from '../kubernetes/schemas/workloads';
import { readWorkloadObjects } from '../workloads/readWorkloadObjects';
import type { WorkloadObject } from '../workloads/WorkloadObject';

/** Everything of an entity in one cluster, as the cluster tells it. */
export interface EntityCluster {
  problems: ClusterProblems;
  clusterMinor: number | undefined;
  workloads: WorkloadObject[];
  pods: PodObject[];
  jobs: Job[];
  metrics: PodMetrics[];
  autoscalers: AutoscalerObject[];
  events: EventObject[];
  gitOps: GitOpsCandidate[];
}

interface EntityClusterReaderOptions {
  reader: ClusterReader;
  cluster: ClusterInfo;
  match: EntityMatch;
  /** Where the whole cluster may not be listed. */
  namespaces: string[] | undefined;
}

/** Reads one cluster for an entity; what fails is noted, and the rest is there. */
export class EntityClusterReader {
  readonly #options: EntityClusterReaderOptions;
  readonly #problems: ClusterProblems;

  constructor(options: EntityClusterReaderOptions) {
    this.#options = options;
    this.#problems = new ClusterProblems(options.cluster);
  }

  async read(): Promise<EntityCluster> {
    const { reader, cluster, match, namespaces } = this.#options;
    const { labelSelector } = match;
    const scopes: (string | undefined)[] = match.namespace
      ? [match.namespace]
      : namespaces ?? [undefined];
    const selected = scopes.map(namespace => ({ namespace, labelSelector }));
    const [workloads, pods, jobs, metrics, clusterMinor, gitOps] =
      await Promise.all([
        readWorkloadObjects(reader, cluster.name, {
          namespaces: scopes,
          labelSelector,
          problems: this.#problems,
        }),
        this.#list(resourceTypes.pods, selected),
        this.#list(resourceTypes.jobs, selected),
        this.#list(resourceTypes.metrics, selected),
        reader.getMinorVersion(cluster.name),
        this.#readGitOps(),
      ]);

    const inUse = [
      ...new Set(workloads.map(({ metadata }) => metadata.namespace)),
    ].map(namespace => ({ namespace }));
    const bare = this.#selectBare(workloads);
    const [autoscalers, events, barePods, bareMetrics] = await Promise.all([
      this.#list(resourceTypes.autoscalers, inUse),
      this.#list(
        resourceTypes.events,
        inUse.map(place => ({ ...place, fieldSelector: 'type=Warning' })),
      ),
      this.#list(resourceTypes.pods, bare),
      this.#list(resourceTypes.metrics, bare),
    ]);
    if (metrics.length + bareMetrics.length > 0) {
      this.#problems.noteMeasured();
    }

    return {
      problems: this.#problems,
      clusterMinor,
      workloads,
      pods: [...pods, ...barePods],
      jobs,
      metrics: [...metrics, ...bareMetrics],
      autoscalers,
      events,
      gitOps,
    };
  }

  /** Where the label is on the workload only, its own selector finds the pods. */
  #selectBare(workloads: WorkloadObject[]): ListOptions[] {
    const { labelSelector } = this.#options.match;
    return workloads
      .filter(
        ({ template, selector }) =>
          selector &&
          !matchesLabelSelector(labelSelector, template.metadata?.labels ?? {}),
      )
      .map(({ metadata, selector }) => ({
        namespace: metadata.namespace,
        labelSelector: selector,
      }));
  }

  async #readGitOps(): Promise<GitOpsCandidate[]> {
    const { cluster, namespaces } = this.#options;
    const { name } = cluster;
    const everywhere = (namespaces ?? [undefined]).map(namespace => ({
      namespace,
    }));
    const [applications, kustomizations, releases] = await Promise.all([
      this.#listIfServed(resourceTypes.applications, everywhere),
      this.#listIfServed(resourceTypes.kustomizations, everywhere),
      this.#listIfServed(resourceTypes.helmReleases, everywhere),
    ]);
    return [
      ...applications.map(item => describeApplication(name, item)),
      ...kustomizations.map(item => describeKustomization(name, item)),
      ...releases.map(item => describeHelmRelease(name, item)),
    ];
  }

  async #list<Schema extends z.ZodType>(
    type: ResourceType<Schema>,
    selections: ListOptions[],
  ): Promise<z.output<Schema>[]> {
    const { reader, cluster } = this.#options;
    const lists = await Promise.all(
      selections.map(async selection => {
        try {
          const { items, readAt } = await reader.list(
            cluster.name,
            type,
            selection,
          );
          this.#problems.noteSuccess(readAt);
          return items;
        } catch (error) {
          const { namespace } = selection;
          this.#problems.noteFailure(error, { type, namespace });
          return [];
        }
      }),
    );
    return lists.flat();
  }

  /** For what few clusters have: that it is missing is no news. */
  async #listIfServed<Schema extends z.ZodType>(
    type: ResourceType<Schema>,
    selections: ListOptions[],
  ): Promise<z.output<Schema>[]> {
    const { reader, cluster } = this.#options;
    return (await reader.isServed(cluster.name, type))
      ? this.#list(type, selections)
      : [];
  }
}
