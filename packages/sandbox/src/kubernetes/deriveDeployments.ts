import type { Applied } from './applyManifests.ts';
import { behaviourOf } from './behaviour.ts';
import type { ClusterBuilder } from './ClusterBuilder.ts';
import { completeTemplate } from './completeTemplate.ts';
import { countReady } from './derivePods.ts';
import { formatTime, ownedBy } from './kubernetesTypes.ts';
import { minute, second } from '../durations.ts';
import type { Condition, KubernetesObject } from './kubernetesTypes.ts';
import type { ManifestOf } from './manifestSchemas.ts';
import type { Revision, WorkloadRecord } from './RolloutHistory.ts';
import { seededUid } from '../seed.ts';

/** How long pods of the revision before still run beside those of the next. */
const rolloverMs = 12 * second;
const progressDeadlineMs = 10 * minute;
const revisionAnnotation = 'deployment.kubernetes.io/revision';

/** A Deployment with its ReplicaSets and their pods. */
export function deriveDeployment(
  builder: ClusterBuilder,
  object: Applied<ManifestOf<'Deployment'>>,
  replicas: number,
) {
  const { annotations, manifest } = object;
  const record = builder.history.workload({ ...object, kind: manifest.kind });
  if (!record) {
    return;
  }
  const { current, previous, revision } = record;
  const deployment: KubernetesObject = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      ...builder.metadataOf(object, revision),
      annotations: { [revisionAnnotation]: String(revision), ...annotations },
    },
  };
  const isRollingOver = builder.now - current.rolledOutAt < rolloverMs;
  const addReplicaSet = replicaSetAdder({ builder, deployment, object });
  const updated = addReplicaSet(current, { replicas, number: revision });
  const pods = [
    ...updated,
    ...(previous
      ? addReplicaSet(previous, {
          replicas: isRollingOver ? replicas : 0,
          number: revision - 1,
        })
      : []),
  ];
  const readyCount = countReady(pods);
  builder.add({
    ...deployment,
    spec: {
      strategy: { type: 'RollingUpdate' },
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: progressDeadlineMs / second,
      ...manifest.spec,
      replicas,
      template: completeTemplate(current.template),
    },
    status: {
      observedGeneration: revision,
      replicas: pods.length,
      updatedReplicas: updated.length,
      readyReplicas: readyCount,
      availableReplicas: readyCount,
      unavailableReplicas: pods.length - readyCount,
      conditions: deploymentConditions(record, {
        now: builder.now,
        isAvailable: readyCount >= replicas - Math.floor(replicas * 0.25),
        isUpdated: countReady(updated) === replicas,
      }),
    },
  });
}

function replicaSetAdder(context: {
  builder: ClusterBuilder;
  deployment: KubernetesObject;
  object: Applied<ManifestOf<'Deployment'>>;
}) {
  const { builder, deployment, object } = context;
  return (
    revision: Revision,
    { replicas, number }: { replicas: number; number: number },
  ) => {
    const { template, templateHash, rolledOutAt } = revision;
    const { namespace, manifest } = object;
    const name = `${object.name}-${templateHash}`;
    const hash = { 'pod-template-hash': templateHash };
    const labels = { ...template.metadata.labels, ...hash };
    const { matchLabels } = manifest.spec.selector;
    const replicaSet: KubernetesObject = {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        name,
        namespace,
        uid: seededUid(`ReplicaSet/${namespace}/${name}`),
        creationTimestamp: formatTime(rolledOutAt),
        labels,
        annotations: { [revisionAnnotation]: String(number) },
        ownerReferences: ownedBy(deployment),
      },
      spec: {
        replicas,
        selector: { matchLabels: { ...matchLabels, ...hash } },
        template: {
          ...completeTemplate(template),
          metadata: { ...template.metadata, labels },
        },
      },
    };
    const pods = builder.addPods({
      count: replicas,
      namespace,
      labels,
      template,
      owner: replicaSet,
      createdAt: rolledOutAt,
      behaviour: behaviourOf(template),
    });
    const readyReplicas = countReady(pods);
    builder.add({ ...replicaSet, status: { replicas, readyReplicas } });
    return pods;
  };
}

function deploymentConditions(
  { current }: WorkloadRecord,
  facts: { now: number; isAvailable: boolean; isUpdated: boolean },
): Condition[] {
  const { rolledOutAt } = current;
  const condition = (
    type: string,
    [isTrue, reason]: [isTrue: boolean, reason: string],
    at: number,
  ): Condition => ({
    type,
    status: isTrue ? 'True' : 'False',
    reason,
    message: `Deployment: ${reason}`,
    lastUpdateTime: formatTime(at),
    lastTransitionTime: formatTime(at),
  });
  const settledAt = rolledOutAt + 8 * second;
  const available = facts.isAvailable
    ? condition('Available', [true, 'MinimumReplicasAvailable'], settledAt)
    : condition(
        'Available',
        [false, 'MinimumReplicasUnavailable'],
        rolledOutAt,
      );
  if (facts.isUpdated) {
    return [
      available,
      condition('Progressing', [true, 'NewReplicaSetAvailable'], settledAt),
    ];
  }
  const deadline = rolledOutAt + progressDeadlineMs;
  return [
    available,
    facts.now > deadline
      ? condition('Progressing', [false, 'ProgressDeadlineExceeded'], deadline)
      : condition('Progressing', [true, 'ReplicaSetUpdated'], rolledOutAt),
  ];
}
