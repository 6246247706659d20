import type { ManifestProblem } from './applyManifests.ts';
import type { ClusterBuilder } from './ClusterBuilder.ts';
import type { DerivedPod } from './derivePods.ts';
import { formatTime } from './kubernetesTypes.ts';
import { hour, minute, second } from '../durations.ts';
import { seededHex, seededUid } from '../seed.ts';

/** A real API server forgets events after an hour. */
const retentionMs = hour;

interface EventOptions {
  regarding: {
    apiVersion: string;
    kind: string;
    name: string;
    namespace: string;
    uid: string;
  };
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  component: string;
  firstAt: number;
  lastAt?: number;
  count?: number;
}

/** What kubelets and the GitOps operator had to say during the last hour. */
export function deriveEvents(
  builder: ClusterBuilder,
  problems: ManifestProblem[],
) {
  for (const pod of builder.pods) {
    addPodEvents(builder, pod);
  }
  for (const { repository, path, namespace, message } of problems) {
    addEvent(builder, {
      regarding: {
        apiVersion: 'v1',
        kind: 'GitRepository',
        name: repository,
        namespace,
        uid: seededUid(`GitRepository/${repository}/${path}`),
      },
      type: 'Warning',
      reason: 'ManifestInvalid',
      message: `${path}: ${message}`,
      component: 'gitops-operator',
      firstAt: Math.floor(builder.now / (5 * minute)) * 5 * minute,
    });
  }
}

function addPodEvents(builder: ClusterBuilder, pod: DerivedPod) {
  const { apiVersion, kind, metadata, spec, status } = pod;
  const { name, namespace = 'default', uid } = metadata;
  const createdAt = Date.parse(metadata.creationTimestamp);
  const event = {
    regarding: { apiVersion, kind, name, namespace, uid },
    type: 'Normal' as const,
    component: 'kubelet',
    firstAt: createdAt + second,
  };
  addEvent(builder, {
    ...event,
    reason: 'Scheduled',
    message: `Successfully assigned ${namespace}/${name} to ${spec.nodeName}`,
    component: 'default-scheduler',
    firstAt: createdAt,
  });
  for (const container of status.containerStatuses) {
    const { state, lastState, restartCount } = container;
    const startedAt =
      state.running?.startedAt ?? lastState.terminated?.startedAt;
    if (startedAt) {
      addEvent(builder, {
        ...event,
        reason: 'Started',
        message: `Started container ${container.name}`,
        lastAt: Date.parse(startedAt),
        count: restartCount + 1,
      });
    }
    if (state.waiting?.reason === 'CrashLoopBackOff') {
      addEvent(builder, {
        ...event,
        type: 'Warning',
        reason: 'BackOff',
        message: `Back-off restarting failed container ${container.name} in pod ${name}_${namespace}(${uid})`,
        firstAt: createdAt + 10 * second,
        lastAt: Math.floor(builder.now / minute) * minute,
        count: Math.floor((builder.now - createdAt) / (13 * second)) + 1,
      });
    }
  }
}

function addEvent(builder: ClusterBuilder, options: EventOptions) {
  const { regarding, type, reason, message, component, firstAt } = options;
  const { lastAt = firstAt, count = 1 } = options;
  if (lastAt < builder.now - retentionMs || lastAt > builder.now) {
    return;
  }
  const { name, namespace, uid } = regarding;
  const seed = [namespace, uid, reason, message].join('/');
  builder.add({
    apiVersion: 'v1',
    kind: 'Event',
    metadata: {
      name: `${name}.${seededHex(`event:${seed}`, 16)}`,
      namespace,
      uid: seededUid(`Event/${seed}`),
      creationTimestamp: formatTime(firstAt),
    },
    involvedObject: regarding,
    type,
    reason,
    message,
    source: { component },
    reportingComponent: component,
    firstTimestamp: formatTime(firstAt),
    lastTimestamp: formatTime(lastAt),
    count,
  });
}
