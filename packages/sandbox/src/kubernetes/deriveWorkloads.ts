import { isOfKind } from './applyManifests.ts';
import type { Applied, AppliedManifests } from './applyManifests.ts';
import { behaviourOf } from './behaviour.ts';
import type { ClusterBuilder } from './ClusterBuilder.ts';
import { clusterNodes } from './clusterNodes.ts';
import { previousRuns } from './cronSchedule.ts';
import { autoscaledReplicas, deriveAutoscaler } from './deriveAutoscalers.ts';
import { deriveDeployment } from './deriveDeployments.ts';
import { countReady } from './derivePods.ts';
import { formatTime, ownedBy } from './kubernetesTypes.ts';
import { minute } from '../durations.ts';
import type { KubernetesObject } from './kubernetesTypes.ts';
import type { Manifest, ManifestOf } from './manifestSchemas.ts';
import { seededInteger, seededUid } from '../seed.ts';

const keptJobs = 3;

/** What controllers make of the objects that people apply. */
export function deriveWorkloads(
  builder: ClusterBuilder,
  { objects }: AppliedManifests,
) {
  for (const object of objects) {
    deriveObject(builder, object, objects);
  }
  // Last, as they say how the pods of their targets do.
  for (const object of objects) {
    if (isOfKind(object, 'HorizontalPodAutoscaler')) {
      deriveAutoscaler(builder, object);
    }
  }
}

function deriveObject(
  builder: ClusterBuilder,
  object: Applied<Manifest>,
  objects: Applied<Manifest>[],
) {
  if (isOfKind(object, 'Deployment')) {
    deriveDeployment(builder, object, replicasOf(object, objects));
  } else if (isOfKind(object, 'StatefulSet')) {
    deriveStatefulSet(builder, object, replicasOf(object, objects));
  } else if (isOfKind(object, 'DaemonSet')) {
    deriveDaemonSet(builder, object);
  } else if (isOfKind(object, 'CronJob')) {
    deriveCronJob(builder, object);
  } else if (isOfKind(object, 'Service')) {
    deriveService(builder, object);
  } else if (isOfKind(object, 'Job')) {
    addJob(builder, {
      metadata: builder.metadataOf(object),
      spec: object.manifest.spec,
      createdAt: builder.history.createdAt({ ...object, kind: 'Job' }),
    });
  }
}

function replicasOf(
  {
    namespace,
    name,
    manifest,
  }: Applied<ManifestOf<'Deployment' | 'StatefulSet'>>,
  objects: Applied<Manifest>[],
): number {
  const autoscaler = objects
    .filter(each => isOfKind(each, 'HorizontalPodAutoscaler'))
    .find(each => {
      const { scaleTargetRef } = each.manifest.spec;
      return (
        each.namespace === namespace &&
        scaleTargetRef.kind === manifest.kind &&
        scaleTargetRef.name === name
      );
    });
  return autoscaler ? autoscaledReplicas(autoscaler) : manifest.spec.replicas;
}

function deriveStatefulSet(
  builder: ClusterBuilder,
  object: Applied<ManifestOf<'StatefulSet'>>,
  replicas: number,
) {
  const { name, namespace, manifest } = object;
  const record = builder.history.workload({ ...object, kind: 'StatefulSet' });
  if (!record) {
    return;
  }
  const { template, templateHash, rolledOutAt } = record.current;
  const revision = `${name}-${templateHash}`;
  const statefulSet: KubernetesObject = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: builder.metadataOf(object, record.revision),
    spec: { ...manifest.spec, replicas, template },
  };
  const pods = builder.addPods({
    count: replicas,
    namespace,
    labels: {
      ...template.metadata.labels,
      'controller-revision-hash': revision,
    },
    template,
    owner: statefulSet,
    createdAt: rolledOutAt,
    behaviour: behaviourOf(template),
    revision,
    nameOf: index => `${name}-${index}`,
  });
  const readyCount = countReady(pods);
  builder.add({
    ...statefulSet,
    status: {
      observedGeneration: record.revision,
      replicas,
      readyReplicas: readyCount,
      availableReplicas: readyCount,
      currentReplicas: replicas,
      updatedReplicas: replicas,
      currentRevision: revision,
      updateRevision: revision,
    },
  });
}

function deriveDaemonSet(
  builder: ClusterBuilder,
  object: Applied<ManifestOf<'DaemonSet'>>,
) {
  const { namespace, manifest } = object;
  const record = builder.history.workload({ ...object, kind: 'DaemonSet' });
  if (!record) {
    return;
  }
  const { template, templateHash, rolledOutAt } = record.current;
  const daemonSet: KubernetesObject = {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: builder.metadataOf(object, record.revision),
    spec: {
      updateStrategy: { type: 'RollingUpdate' },
      ...manifest.spec,
      template,
    },
  };
  const count = clusterNodes.length;
  const pods = builder.addPods({
    count,
    namespace,
    labels: {
      ...template.metadata.labels,
      'controller-revision-hash': templateHash,
    },
    template,
    owner: daemonSet,
    createdAt: rolledOutAt,
    behaviour: behaviourOf(template),
    revision: templateHash,
  });
  const readyCount = countReady(pods);
  builder.add({
    ...daemonSet,
    status: {
      currentNumberScheduled: count,
      desiredNumberScheduled: count,
      updatedNumberScheduled: count,
      numberMisscheduled: 0,
      numberReady: readyCount,
      numberAvailable: readyCount,
      numberUnavailable: count - readyCount,
      observedGeneration: record.revision,
    },
  });
}

function deriveCronJob(
  builder: ClusterBuilder,
  object: Applied<ManifestOf<'CronJob'>>,
) {
  const { name, namespace, manifest } = object;
  const { schedule, suspend, jobTemplate } = manifest.spec;
  const cronJob: KubernetesObject = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: builder.metadataOf(object, 1),
    spec: manifest.spec,
  };
  const runs = suspend
    ? []
    : previousRuns(schedule, {
        now: builder.now,
        after: builder.history.createdAt({ ...object, kind: 'CronJob' }),
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
        labels: jobTemplate.metadata.labels,
        annotations: jobTemplate.metadata.annotations,
        ownerReferences: ownedBy(cronJob),
      },
      spec: jobTemplate.spec,
      createdAt: scheduledAt,
    });
  });
  builder.add({
    ...cronJob,
    status: {
      ...(runs[0] && { lastScheduleTime: formatTime(runs[0]) }),
      lastSuccessfulTime: jobs.find(job => job.completedAt)?.completedAt,
      active: jobs
        .filter(job => !job.completedAt)
        .map(job => ({ kind: 'Job', name: job.name, namespace })),
    },
  });
}

interface JobOptions {
  metadata: KubernetesObject['metadata'];
  spec: ManifestOf<'Job'>['spec'];
  createdAt: number;
}

/** A Job with its one pod, which always does its work. */
function addJob(builder: ClusterBuilder, options: JobOptions) {
  const { metadata, spec, createdAt } = options;
  const { name, namespace = 'default', uid } = metadata;
  const matchLabels = { 'batch.kubernetes.io/controller-uid': uid };
  const job: KubernetesObject = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { ...metadata, generation: 1 },
    spec: {
      parallelism: 1,
      completions: 1,
      backoffLimit: 6,
      selector: { matchLabels },
      ...spec,
    },
  };
  const [pod] = builder.addPods({
    count: 1,
    namespace,
    labels: {
      ...spec.template.metadata.labels,
      ...matchLabels,
      'batch.kubernetes.io/job-name': name,
      'job-name': name,
    },
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
  builder.add({
    ...job,
    status: completedAt
      ? {
          startTime,
          completionTime: completedAt,
          succeeded: 1,
          conditions: [
            {
              type: 'Complete',
              status: 'True',
              reason: 'CompletionsReached',
              lastTransitionTime: completedAt,
            },
          ],
        }
      : { startTime, active: 1 },
  });
  return { name, completedAt };
}

function deriveService(
  builder: ClusterBuilder,
  object: Applied<ManifestOf<'Service'>>,
) {
  const { name, namespace, manifest } = object;
  const { spec } = manifest;
  const { clusterIP = builder.takeAddress('10.96', `${namespace}/${name}`) } =
    spec;
  builder.add({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: builder.metadataOf(object),
    spec: {
      sessionAffinity: 'None',
      ...spec,
      ports: spec.ports.map(port => ({ targetPort: port.port, ...port })),
      ...(spec.type !== 'ExternalName' && {
        clusterIP,
        clusterIPs: [clusterIP],
      }),
    },
    status: {
      loadBalancer:
        spec.type === 'LoadBalancer'
          ? { ingress: [{ ip: `203.0.113.${seededInteger(name, 30, 250)}` }] }
          : {},
    },
  });
}
