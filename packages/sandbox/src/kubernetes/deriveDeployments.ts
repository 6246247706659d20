import type { Applied } from './applyManifests.ts';
import { behaviourOf } from './behaviour.ts';
import type { ClusterBuilder } from './ClusterBuilder.ts';
import { completeTemplate } from './completeTemplate.ts';
import type { DerivedPod } from './derivePods.ts';
import { formatTime, minute, ownedBy, second } from './kubernetesTypes.ts';
import type { Condition, KubernetesObject } from './kubernetesTypes.ts';
import type { DeploymentManifest } from './manifestSchemas.ts';
import type { Revision, WorkloadRecord } from './RolloutHistory.ts';
import { seededUid } from './seed.ts';

/** How long pods of the revision before still run beside those of the next. */
const rolloverMs = 12 * second;
const progressDeadlineMs = 10 * minute;

/** A Deployment with its two ReplicaSets and their pods. */
export function deriveDeployment(
  builder: ClusterBuilder,
  object: Applied<DeploymentManifest>,
  replicas: number,
) {
  const { name, namespace, manifest } = object;
  const record = builder.history.workload({
    kind: 'Deployment',
    namespace,
    name,
  });
  if (!record) {
    return;
  }
  const deployment: KubernetesObject = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: builder.metadataOf(object, record.revision),
  };
  deployment.metadata.annotations = {
    'deployment.kubernetes.io/revision': String(record.revision),
    ...object.annotations,
  };

  const isRollingOver =
    record.hasRolledOver &&
    builder.now - record.current.rolledOutAt < rolloverMs;
  const context = { builder, deployment, object, record };
  const current = addReplicaSet(context, record.current, replicas);
  const previous = addReplicaSet(
    context,
    record.previous,
    isRollingOver ? replicas : 0,
  );
  const pods = [...current.pods, ...previous.pods];
  const readyCount = countReady(pods);

  deployment.spec = {
    ...manifest.spec,
    replicas,
    template: completeTemplate(record.current.template),
    strategy: manifest.spec.strategy ?? {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
    },
    revisionHistoryLimit: manifest.spec.revisionHistoryLimit ?? 10,
    progressDeadlineSeconds: progressDeadlineMs / second,
  };
  deployment.status = {
    observedGeneration: record.revision,
    replicas: pods.length,
    updatedReplicas: current.pods.length,
    ...(readyCount > 0 && {
      readyReplicas: readyCount,
      availableReplicas: readyCount,
    }),
    ...(readyCount < pods.length && {
      unavailableReplicas: pods.length - readyCount,
    }),
    conditions: deploymentConditions({
      now: builder.now,
      record,
      replicas,
      readyCount,
      isUpdated: countReady(current.pods) === replicas,
      replicaSetName: current.replicaSet.metadata.name,
    }),
  };
  builder.add(deployment);
}

interface ReplicaSetContext {
  builder: ClusterBuilder;
  deployment: KubernetesObject;
  object: Applied<DeploymentManifest>;
  record: WorkloadRecord;
}

function addReplicaSet(
  context: ReplicaSetContext,
  revision: Revision,
  replicas: number,
) {
  const { builder, deployment, object, record } = context;
  const { namespace } = object;
  const name = `${object.name}-${revision.templateHash}`;
  const labels = {
    ...revision.template.metadata.labels,
    'pod-template-hash': revision.templateHash,
  };
  const isCurrent = revision === record.current;
  const number = isCurrent ? record.revision : Math.max(record.revision - 1, 1);
  const replicaSet: KubernetesObject = {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name,
      namespace,
      uid: seededUid(`ReplicaSet/${namespace}/${name}`),
      creationTimestamp: formatTime(revision.rolledOutAt),
      generation: isCurrent ? 1 : 2,
      labels,
      annotations: {
        'deployment.kubernetes.io/desired-replicas': String(replicas),
        'deployment.kubernetes.io/max-replicas': String(
          Math.ceil(replicas * 1.25),
        ),
        'deployment.kubernetes.io/revision': String(number),
      },
      ownerReferences: ownedBy(deployment),
    },
    spec: {
      replicas,
      selector: {
        matchLabels: {
          ...object.manifest.spec.selector.matchLabels,
          'pod-template-hash': revision.templateHash,
        },
      },
      template: {
        ...completeTemplate(revision.template),
        metadata: { ...revision.template.metadata, labels },
      },
    },
  };
  const pods = builder.addPods({
    count: replicas,
    generateName: `${name}-`,
    namespace,
    labels,
    template: revision.template,
    owner: replicaSet,
    createdAt: revision.rolledOutAt,
    behaviour: behaviourOf(revision.template),
  });
  const readyCount = countReady(pods);
  replicaSet.status = {
    replicas,
    ...(replicas > 0 && { fullyLabeledReplicas: replicas }),
    ...(readyCount > 0 && {
      readyReplicas: readyCount,
      availableReplicas: readyCount,
    }),
    observedGeneration: isCurrent ? 1 : 2,
  };
  // A Deployment that was made a moment ago has no past.
  if (isCurrent || record.revision > 1) {
    builder.add(replicaSet);
  }
  return { replicaSet, pods };
}

export function countReady(pods: DerivedPod[]): number {
  return pods.filter(isPodReady).length;
}

export function isPodReady(pod: DerivedPod): boolean {
  return pod.status.conditions.some(
    ({ type, status }) => type === 'Ready' && status === 'True',
  );
}

interface DeploymentFacts {
  now: number;
  record: WorkloadRecord;
  replicas: number;
  readyCount: number;
  isUpdated: boolean;
  replicaSetName: string;
}

function deploymentConditions(facts: DeploymentFacts): Condition[] {
  const { record, replicas, readyCount, replicaSetName } = facts;
  const rolledOutAt = record.current.rolledOutAt;
  const isAvailable = readyCount >= replicas - Math.floor(replicas * 0.25);
  const isLate = facts.now - rolledOutAt > progressDeadlineMs;
  const since = (at: number) => ({
    lastUpdateTime: formatTime(at),
    lastTransitionTime: formatTime(at),
  });

  const available: Condition = isAvailable
    ? {
        type: 'Available',
        status: 'True',
        reason: 'MinimumReplicasAvailable',
        message: 'Deployment has minimum availability.',
        ...since(rolledOutAt + 8 * second),
      }
    : {
        type: 'Available',
        status: 'False',
        reason: 'MinimumReplicasUnavailable',
        message: 'Deployment does not have minimum availability.',
        ...since(rolledOutAt),
      };
  if (facts.isUpdated) {
    return [
      available,
      {
        type: 'Progressing',
        status: 'True',
        reason: 'NewReplicaSetAvailable',
        message: `ReplicaSet "${replicaSetName}" has successfully progressed.`,
        ...since(rolledOutAt + 8 * second),
      },
    ];
  }
  return [
    available,
    isLate
      ? {
          type: 'Progressing',
          status: 'False',
          reason: 'ProgressDeadlineExceeded',
          message: `ReplicaSet "${replicaSetName}" has timed out progressing.`,
          ...since(rolledOutAt + progressDeadlineMs),
        }
      : {
          type: 'Progressing',
          status: 'True',
          reason: 'ReplicaSetUpdated',
          message: `ReplicaSet "${replicaSetName}" is progressing.`,
          ...since(rolledOutAt),
        },
  ];
}
