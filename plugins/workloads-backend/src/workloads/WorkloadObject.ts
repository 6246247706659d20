import type {
  CronSchedule,
  Replicas,
  WorkloadKind,
} from '@atrium/plugin-workloads-common';
import type { Metadata } from '../kubernetes/schemas/metadata';
import type { Condition, PodTemplate } from '../kubernetes/schemas/podTemplate';
import type {
  CronJob,
  DaemonSet,
  Deployment,
  StatefulSet,
} from '../kubernetes/schemas/workloads';

/** A workload, whatever its kind. */
export interface WorkloadObject {
  cluster: string;
  kind: WorkloadKind;
  metadata: Metadata;
  template: PodTemplate;
  /** Finds its pods; absent for a CronJob. */
  selector?: string;
  /** Absent for a CronJob. */
  replicas?: Replicas;
  /** Of a CronJob. */
  schedule?: CronSchedule;
  isRollingOut: boolean;
  isPaused: boolean;
  /** Whether a pod is replaced only once somebody deletes it. */
  isOnDelete: boolean;
  conditions: Condition[];
}

/** Identifies a workload across clusters. */
export function workloadId(place: {
  cluster: string;
  namespace: string;
  kind: string;
  name: string;
}): string {
  const { cluster, namespace, kind, name } = place;
  return [cluster, namespace, kind, name].join('/');
}

/** Identifies a workload across clusters. */
export function idOf({ cluster, kind, metadata }: WorkloadObject): string {
  const { namespace, name } = metadata;
  return workloadId({ cluster, namespace, kind, name });
}

/** Takes a Deployment for a workload. */
export function fromDeployment(
  cluster: string,
  { metadata, spec, status }: Deployment,
): WorkloadObject {
  const replicas: Replicas = {
    desired: spec.replicas ?? 1,
    ready: status.readyReplicas ?? 0,
    updated: status.updatedReplicas ?? 0,
  };
  const total = status.replicas ?? 0;
  return {
    cluster,
    kind: 'Deployment',
    metadata,
    template: spec.template,
    selector: spec.selector,
    replicas,
    isRollingOut:
      isUnseen(metadata, status) ||
      replicas.updated < replicas.desired ||
      total > replicas.updated,
    isPaused: spec.paused ?? false,
    isOnDelete: false,
    conditions: status.conditions ?? [],
  };
}

/** Takes a StatefulSet for a workload. */
export function fromStatefulSet(
  cluster: string,
  { metadata, spec, status }: StatefulSet,
): WorkloadObject {
  const replicas: Replicas = {
    desired: spec.replicas ?? 1,
    ready: status.readyReplicas ?? 0,
    updated: status.updatedReplicas ?? 0,
  };
  const isOnDelete = isUpdatedOnDelete(spec);
  // Pods below the partition stay as they are.
  const partition = spec.updateStrategy?.rollingUpdate?.partition ?? 0;
  const isUpdating =
    !isOnDelete &&
    status.updateRevision !== status.currentRevision &&
    replicas.updated < replicas.desired - partition;
  return {
    cluster,
    kind: 'StatefulSet',
    metadata,
    template: spec.template,
    selector: spec.selector,
    replicas,
    isRollingOut: isUnseen(metadata, status) || isUpdating,
    isPaused: false,
    isOnDelete,
    conditions: [],
  };
}

/** Takes a DaemonSet for a workload. */
export function fromDaemonSet(
  cluster: string,
  { metadata, spec, status }: DaemonSet,
): WorkloadObject {
  const replicas: Replicas = {
    desired: status.desiredNumberScheduled ?? 0,
    ready: status.numberReady ?? 0,
    updated: status.updatedNumberScheduled ?? 0,
  };
  const isOnDelete = isUpdatedOnDelete(spec);
  return {
    cluster,
    kind: 'DaemonSet',
    metadata,
    template: spec.template,
    selector: spec.selector,
    replicas,
    isRollingOut:
      isUnseen(metadata, status) ||
      (!isOnDelete && replicas.updated < replicas.desired),
    isPaused: false,
    isOnDelete,
    conditions: [],
  };
}

/** Takes a CronJob for a workload. */
export function fromCronJob(
  cluster: string,
  { metadata, spec, status }: CronJob,
): WorkloadObject {
  return {
    cluster,
    kind: 'CronJob',
    metadata,
    template: spec.jobTemplate.spec.template,
    schedule: {
      expression: spec.schedule,
      timeZone: spec.timeZone ?? undefined,
      isSuspended: spec.suspend ?? false,
      activeJobs: status.active?.length ?? 0,
      lastScheduledAt: status.lastScheduleTime ?? undefined,
      lastSucceededAt: status.lastSuccessfulTime ?? undefined,
    },
    isRollingOut: false,
    isPaused: false,
    isOnDelete: false,
    conditions: [],
  };
}

/** Whether nothing is replaced by itself when a StatefulSet or DaemonSet changes. */
export function isUpdatedOnDelete(
  spec: Pick<StatefulSet['spec'], 'updateStrategy'>,
): boolean {
  return spec.updateStrategy?.type === 'OnDelete';
}

/** Whether the controller has yet to look at the newest change. */
function isUnseen(
  metadata: Metadata,
  status: { observedGeneration?: number | null },
): boolean {
  return (metadata.generation ?? 0) > (status.observedGeneration ?? 0);
}
