import {
  ownerOfPod,
  type Warning,
  type Workload,
} from '@atrium/plugin-workloads-common';
import type { DeliveredVersions } from './DeployedVersions';
import { findDeprecation } from '../workloads/findDeprecation';
import type { PodObject } from '../kubernetes/schemas/pods';
import type { Job } from '../kubernetes/schemas/workloads';
import { groupWarnings } from '../workloads/groupWarnings';
import { fromEvent, fromOomKills } from '../workloads/readOccurrences';
import { compareVersion } from '../workloads/compareVersion';
import { describeAutoscaler } from '../workloads/describeAutoscaler';
import { describePod } from '../workloads/describePod';
import { judgeHealth } from '../workloads/judgeHealth';
import { listRunningImages } from '../workloads/listRunningImages';
import { sumResources } from '../workloads/sumResources';
import {
  idOf,
  workloadId,
  type WorkloadObject,
} from '../workloads/WorkloadObject';
import type { EntityCluster } from './EntityClusterReader';
import { WorkloadFinder } from './WorkloadFinder';

/** What is known beside the clusters. */
export interface EntityFacts {
  entityRef: string;
  /** The names by which its images may be known. */
  names: string[];
  delivered: DeliveredVersions;
  environmentOf(place: {
    cluster: string;
    namespace: string;
  }): string | undefined;
}

const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';
const MAX_FINISHED_PODS = 10;

/** Puts together what a cluster tells about each workload of an entity. */
export function describeWorkloads(
  reading: EntityCluster,
  facts: EntityFacts,
): Omit<Workload, 'isConfirmed'>[] {
  const podsOf = groupPods(reading);
  const metrics = new Map(
    reading.metrics.map(item => [
      `${item.metadata.namespace}/${item.metadata.name}`,
      item,
    ]),
  );
  return reading.workloads.map(object => {
    const { cluster, kind, metadata } = object;
    const { namespace, name } = metadata;
    const id = idOf(object);
    const podObjects = podsOf.get(id) ?? [];
    const pods = podObjects.map(describePod);
    const schedule = object.schedule && {
      ...object.schedule,
      lastFailedAt: findLastFailure(object, reading.jobs),
    };
    const images = listRunningImages(
      object.template,
      podObjects.filter(pod => !isFinished(pod)),
    );
    const environment = facts.environmentOf({ cluster, namespace });
    const autoscaler = reading.autoscalers.find(
      ({ metadata: own, spec }) =>
        own.namespace === namespace &&
        spec.scaleTargetRef.kind === kind &&
        spec.scaleTargetRef.name === name,
    );
    return {
      id,
      cluster,
      namespace,
      kind,
      name,
      createdAt: metadata.creationTimestamp,
      ...judgeHealth(
        { ...object, schedule },
        pods.map(({ status }) => status),
      ),
      isRollingOut: object.isRollingOut,
      restartedAt: object.template.metadata?.annotations?.[RESTARTED_AT],
      // No pod is replaced while it is paused, or until somebody deletes it.
      canBeRestarted:
        kind !== 'CronJob' && !object.isPaused && !object.isOnDelete,
      isPaused: object.isPaused || undefined,
      isOnDelete: object.isOnDelete || undefined,
      replicas: object.replicas,
      schedule,
      images,
      version: compareVersion({
        // A CronJob runs nothing most of the time, but its template will.
        images:
          kind === 'CronJob'
            ? images.map(({ podCount, ...image }) => image)
            : images,
        environment,
        delivered: facts.delivered.find(facts.entityRef, environment),
        names: facts.names,
      }),
      resources: sumResources(
        podObjects,
        new Map(
          podObjects.flatMap(pod => {
            const found = metrics.get(`${namespace}/${pod.metadata.name}`);
            return found ? [[pod.metadata.name, found]] : [];
          }),
        ),
      ),
      autoscaler:
        autoscaler && describeAutoscaler(autoscaler, reading.clusterMinor),
      deprecation: findDeprecation({
        kind,
        apiVersion: metadata.appliedApiVersion,
        clusterMinor: reading.clusterMinor,
      }),
      pods,
    };
  });
}

/** What went wrong with the workloads of an entity since a moment. */
export function describeWarnings(
  readings: EntityCluster[],
  since: string,
): Warning[] {
  return groupWarnings(
    readings.flatMap(({ workloads, autoscalers, events, pods }) => {
      const finder = new WorkloadFinder({ workloads, autoscalers, pods });
      const cluster = workloads[0]?.cluster ?? '';
      const fromEvents = events.flatMap(event => {
        const workload = finder.find(event.involvedObject);
        const context = {
          cluster,
          since,
          workloadId: workload && idOf(workload),
        };
        return workload ? fromEvent(event, context) ?? [] : [];
      });
      const fromPods = pods.flatMap(pod =>
        fromOomKills(pod, {
          cluster,
          since,
          workloadId: idOfPod(cluster, pod),
        }),
      );
      return [...fromEvents, ...fromPods];
    }),
  );
}

function groupPods({
  workloads,
  pods,
}: EntityCluster): Map<string, PodObject[]> {
  const cluster = workloads[0]?.cluster ?? '';
  const groups = new Map<string, PodObject[]>();
  // A pod may have been found by the label and by the selector of its workload.
  const unique = new Map(
    pods.map(pod => [`${pod.metadata.namespace}/${pod.metadata.name}`, pod]),
  );
  for (const pod of [...unique.values()].sort(newestFirst)) {
    const id = idOfPod(cluster, pod) ?? '';
    const group = groups.get(id) ?? [];
    if (!isFinished(pod) || group.length < MAX_FINISHED_PODS) {
      group.push(pod);
      groups.set(id, group);
    }
  }
  return groups;
}

function idOfPod(cluster: string, { metadata }: PodObject): string | undefined {
  const owner = ownerOfPod(metadata);
  return (
    owner && workloadId({ cluster, namespace: metadata.namespace, ...owner })
  );
}

function isFinished({ status }: PodObject): boolean {
  return status.phase === 'Succeeded' || status.phase === 'Failed';
}

function newestFirst(a: PodObject, b: PodObject): number {
  return (
    b.metadata.creationTimestamp.localeCompare(a.metadata.creationTimestamp) ||
    a.metadata.name.localeCompare(b.metadata.name)
  );
}

function findLastFailure(
  { kind, metadata }: WorkloadObject,
  jobs: Job[],
): string | undefined {
  return kind === 'CronJob'
    ? jobs
        .filter(
          job =>
            job.metadata.namespace === metadata.namespace &&
            job.metadata.controller?.kind === kind &&
            job.metadata.controller.name === metadata.name,
        )
        .map(
          job =>
            job.status.conditions?.find(
              ({ type, status }) => type === 'Failed' && status === 'True',
            )?.lastTransitionTime ?? '',
        )
        .sort()
        .at(-1) || undefined
    : undefined;
}
