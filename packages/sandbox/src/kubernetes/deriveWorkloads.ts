import type { Applied, AppliedManifests } from './applyManifests.ts';
import { behaviourOf } from './behaviour.ts';
import type { ClusterBuilder } from './ClusterBuilder.ts';
import { previousRuns } from './cronSchedule.ts';
import { countReady, deriveDeployment } from './deriveDeployments.ts';
import { clusterNodes } from './deriveNodes.ts';
import { formatTime, minute, ownedBy } from './kubernetesTypes.ts';
import type { KubernetesObject } from './kubernetesTypes.ts';
import type {
  CronJobManifest,
  DaemonSetManifest,
  JobManifest,
  StatefulSetManifest,
} from './manifestSchemas.ts';
import { seededUid } from './seed.ts';

const keptJobs = 3;

/** All workloads: what people apply, and what the controllers make of it. */
export function deriveWorkloads(
  builder: ClusterBuilder,
  applied: AppliedManifests,
  replicasOf: (kind: string, object: Applied<unknown>) => number,
) {
  for (const object of applied.deployments) {
    deriveDeployment(builder, object, replicasOf('Deployment', object));
  }
  for (const object of applied.statefulSets) {
    deriveStatefulSet(builder, object, replicasOf('StatefulSet', object));
  }
  for (const object of applied.daemonSets) {
    deriveDaemonSet(builder, object);
  }
  for (const object of applied.jobs) {
    const metadata = builder.metadataOf(object);
    const key = { kind: 'Job', ...object };
    addJob(builder, {
      metadata,
      spec: object.manifest.spec,
      createdAt: builder.history.createdAt(key),
    });
  }
  for (const object of applied.cronJobs) {
    deriveCronJob(builder, object);
  }
}

function deriveStatefulSet(
  builder: ClusterBuilder,
  object: Applied<StatefulSetManifest>,
  replicas: number,
) {
  const { name, namespace, manifest } = object;
  const key = { kind: 'StatefulSet', namespace, name };
  const record = builder.history.workload(key);
  if (!record) {
    return;
  }
  const statefulSet: KubernetesObject = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: builder.metadataOf(object, record.revision),
    spec: { ...manifest.spec, replicas, template: record.current.template },
  };
  const { template } = record.current;
  const revisionName = `${name}-${record.current.templateHash}`;
  const pods = builder.addPods({
    count: replicas,
    namespace,
    labels: {
      ...template.metadata.labels,
      'apps.kubernetes.io/pod-index': '0',
      'controller-revision-hash': revisionName,
    },
    template,
    owner: statefulSet,
    createdAt: record.current.rolledOutAt,
    behaviour: behaviourOf(template),
    revision: revisionName,
    nameOf: index => `${name}-${index}`,
  });
  for (const [index, pod] of pods.entries()) {
    pod.metadata.labels = {
      ...pod.metadata.labels,
      'apps.kubernetes.io/pod-index': String(index),
      'statefulset.kubernetes.io/pod-name': pod.metadata.name,
    };
    for (const claim of manifest.spec.volumeClaimTemplates ?? []) {
      const storage = claim.spec.resources?.requests?.storage ?? '1Gi';
      addClaim(builder, {
        name: `${claim.metadata.name}-${pod.metadata.name}`,
        namespace,
        labels: manifest.spec.selector.matchLabels,
        createdAt: record.createdAt,
        accessModes: claim.spec.accessModes ?? ['ReadWriteOnce'],
        storageClassName: claim.spec.storageClassName ?? 'standard',
        storage,
      });
    }
  }
  const readyCount = countReady(pods);
  statefulSet.status = {
    observedGeneration: record.revision,
    replicas,
    readyReplicas: readyCount,
    availableReplicas: readyCount,
    currentReplicas: replicas,
    updatedReplicas: replicas,
    currentRevision: revisionName,
    updateRevision: revisionName,
    collisionCount: 0,
  };
  builder.add(statefulSet);
}

interface ClaimOptions {
  name: string;
  namespace: string;
  labels?: Record<string, string>;
  createdAt: number;
  accessModes: string[];
  storageClassName: string;
  storage: string | number;
}

function addClaim(builder: ClusterBuilder, claim: ClaimOptions) {
  const { name, namespace, accessModes, storageClassName, storage } = claim;
  const uid = seededUid(`PersistentVolumeClaim/${namespace}/${name}`);
  const volumeName = `pvc-${uid}`;
  const creationTimestamp = formatTime(claim.createdAt);
  const capacity = { storage };
  builder.add({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name,
      namespace,
      uid,
      creationTimestamp,
      ...(claim.labels && { labels: claim.labels }),
    },
    spec: {
      accessModes,
      resources: { requests: capacity },
      storageClassName,
      volumeMode: 'Filesystem',
      volumeName,
    },
    status: { phase: 'Bound', accessModes, capacity },
  });
  builder.add({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: {
      name: volumeName,
      uid: seededUid(`PersistentVolume/${volumeName}`),
      creationTimestamp,
    },
    spec: {
      accessModes,
      capacity,
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        name,
        namespace,
        uid,
      },
      persistentVolumeReclaimPolicy: 'Delete',
      storageClassName,
      volumeMode: 'Filesystem',
    },
    status: { phase: 'Bound' },
  });
}

function deriveDaemonSet(
  builder: ClusterBuilder,
  object: Applied<DaemonSetManifest>,
) {
  const { name, namespace, manifest } = object;
  const key = { kind: 'DaemonSet', namespace, name };
  const record = builder.history.workload(key);
  if (!record) {
    return;
  }
  const daemonSet: KubernetesObject = {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: builder.metadataOf(object, record.revision),
    spec: {
      updateStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: 1, maxSurge: 0 },
      },
      ...manifest.spec,
      template: record.current.template,
    },
  };
  const count = clusterNodes.length;
  const { template } = record.current;
  const pods = builder.addPods({
    count,
    generateName: `${name}-`,
    namespace,
    labels: {
      ...template.metadata.labels,
      'controller-revision-hash': record.current.templateHash,
    },
    template,
    owner: daemonSet,
    createdAt: record.current.rolledOutAt,
    behaviour: behaviourOf(template),
    revision: record.current.templateHash,
    nodeOf: index => clusterNodes[index],
  });
  const readyCount = countReady(pods);
  daemonSet.status = {
    currentNumberScheduled: count,
    desiredNumberScheduled: count,
    updatedNumberScheduled: count,
    numberMisscheduled: 0,
    numberReady: readyCount,
    numberAvailable: readyCount,
    ...(readyCount < count && { numberUnavailable: count - readyCount }),
    observedGeneration: record.revision,
  };
  builder.add(daemonSet);
}

function deriveCronJob(
  builder: ClusterBuilder,
  object: Applied<CronJobManifest>,
) {
  const { name, namespace, manifest } = object;
  const { schedule, suspend, jobTemplate } = manifest.spec;
  const cronJob: KubernetesObject = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: builder.metadataOf(object, 1),
    spec: {
      concurrencyPolicy: 'Allow',
      successfulJobsHistoryLimit: keptJobs,
      failedJobsHistoryLimit: 1,
      ...manifest.spec,
    },
  };
  const runs = suspend
    ? []
    : previousRuns(schedule, {
        now: builder.now,
        after: builder.history.createdAt({ kind: 'CronJob', namespace, name }),
        count: keptJobs,
      });
  const jobs = runs.map(scheduledAt => {
    const jobName = `${name}-${Math.floor(scheduledAt / minute)}`;
    return addJob(builder, {
      metadata: {
        name: jobName,
        namespace,
        uid: seededUid(`Job/${namespace}/${jobName}`),
        creationTimestamp: formatTime(scheduledAt),
        labels: { ...jobTemplate.metadata.labels },
        annotations: {
          ...jobTemplate.metadata.annotations,
          'batch.kubernetes.io/cronjob-scheduled-timestamp':
            formatTime(scheduledAt),
        },
        ownerReferences: ownedBy(cronJob),
      },
      spec: jobTemplate.spec,
      createdAt: scheduledAt,
    });
  });
  const active = jobs.filter(job => !job.completedAt);
  const lastCompleted = jobs.find(job => job.completedAt)?.completedAt;
  cronJob.status = {
    ...(runs[0] && { lastScheduleTime: formatTime(runs[0]) }),
    ...(lastCompleted && { lastSuccessfulTime: lastCompleted }),
    ...(active.length > 0 && {
      active: active.map(({ job }) => ({
        apiVersion: job.apiVersion,
        kind: job.kind,
        name: job.metadata.name,
        namespace,
        uid: job.metadata.uid,
      })),
    }),
  };
  builder.add(cronJob);
}

interface JobOptions {
  metadata: KubernetesObject['metadata'];
  spec: JobManifest['spec'];
  createdAt: number;
}

/** A Job with its one pod, which always does its work. */
function addJob(builder: ClusterBuilder, options: JobOptions) {
  const { metadata, spec, createdAt } = options;
  const { name, namespace = 'default' } = metadata;
  const controllerLabels = {
    'batch.kubernetes.io/controller-uid': metadata.uid,
    'batch.kubernetes.io/job-name': name,
    'job-name': name,
  };
  const job: KubernetesObject = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { ...metadata, generation: 1 },
    spec: {
      parallelism: 1,
      completions: 1,
      backoffLimit: 6,
      completionMode: 'NonIndexed',
      selector: {
        matchLabels: {
          'batch.kubernetes.io/controller-uid': metadata.uid,
        },
      },
      ...spec,
    },
  };
  const [pod] = builder.addPods({
    count: 1,
    generateName: `${name}-`,
    namespace,
    labels: { ...spec.template.metadata.labels, ...controllerLabels },
    template: spec.template,
    owner: job,
    createdAt,
    behaviour: 'completed',
  });
  const completedAt =
    pod.status.phase === 'Succeeded'
      ? pod.status.containerStatuses[0].state.terminated?.finishedAt
      : undefined;
  const startTime = formatTime(createdAt);
  job.status = completedAt
    ? {
        startTime,
        completionTime: completedAt,
        succeeded: 1,
        ready: 0,
        terminating: 0,
        uncountedTerminatedPods: {},
        conditions: ['SuccessCriteriaMet', 'Complete'].map(type => ({
          type,
          status: 'True',
          reason: 'CompletionsReached',
          message: 'Reached expected number of succeeded pods',
          lastProbeTime: completedAt,
          lastTransitionTime: completedAt,
        })),
      }
    : { startTime, active: 1, ready: 1, terminating: 0 };
  builder.add(job);
  return { job, completedAt };
}
