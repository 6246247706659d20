import type { ManifestProblem } from './applyManifests.ts';
import { sourceAnnotation } from './applyManifests.ts';
import type { ClusterBuilder } from './ClusterBuilder.ts';
import type { DerivedPod } from './derivePods.ts';
import { formatTime, hour, minute, second } from './kubernetesTypes.ts';
import type { KubernetesObject } from './kubernetesTypes.ts';
import { seededHex, seededInteger, seededUid } from './seed.ts';

/** A real API server forgets events after an hour. */
const retentionMs = hour;

interface EventOptions {
  regarding: {
    apiVersion: string;
    kind: string;
    name: string;
    namespace: string;
    uid: string;
    fieldPath?: string;
  };
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  component: string;
  host?: string;
  firstAt: number;
  lastAt?: number;
  count?: number;
}

/** What the controllers and kubelets had to say during the last hour. */
export function deriveEvents(
  builder: ClusterBuilder,
  problems: ManifestProblem[],
) {
  for (const pod of builder.pods) {
    addPodEvents(builder, pod);
  }
  for (const object of [...builder.objects]) {
    addControllerEvents(builder, object);
  }
  const sources = new Map<string, number>();
  for (const problem of problems) {
    const source = `${problem.repository}/${problem.path}`;
    const index = sources.get(source) ?? 0;
    sources.set(source, index + 1);
    addEvent(builder, {
      regarding: {
        apiVersion: 'v1',
        kind: 'GitRepository',
        name: problem.repository,
        namespace: problem.namespace,
        uid: seededUid(`GitRepository/${source}/${index}`),
      },
      type: 'Warning',
      reason: 'ManifestInvalid',
      message: `${problem.path}: ${problem.message}`,
      component: 'gitops-operator',
      firstAt: Math.floor(builder.now / (5 * minute)) * 5 * minute,
    });
  }
}

function addPodEvents(builder: ClusterBuilder, pod: DerivedPod) {
  const { name, namespace = 'default', uid } = pod.metadata;
  const createdAt = Date.parse(pod.metadata.creationTimestamp);
  const host = pod.spec.nodeName;
  const regarding = { apiVersion: 'v1', kind: 'Pod', name, namespace, uid };
  const say = (
    reason: string,
    message: string,
    rest: Partial<EventOptions> & { firstAt: number },
  ) =>
    addEvent(builder, {
      regarding,
      type: 'Normal',
      component: 'kubelet',
      host,
      reason,
      message,
      ...rest,
    });

  say('Scheduled', `Successfully assigned ${namespace}/${name} to ${host}`, {
    component: 'default-scheduler',
    host: undefined,
    firstAt: createdAt,
  });
  for (const [index, container] of pod.spec.containers.entries()) {
    const status = pod.status.containerStatuses[index];
    if (status.state.waiting?.reason === 'ContainerCreating') {
      say('Pulling', `Pulling image "${container.image}"`, {
        firstAt: createdAt + second,
      });
      continue;
    }
    const inContainer = {
      ...regarding,
      fieldPath: `spec.containers{${container.name}}`,
    };
    const firstAt = createdAt + second;
    const lastRunAt = Date.parse(
      status.state.running?.startedAt ??
        status.lastState.terminated?.startedAt ??
        status.state.terminated?.startedAt ??
        pod.metadata.creationTimestamp,
    );
    const runs = {
      regarding: inContainer,
      firstAt,
      lastAt: lastRunAt,
      count: status.restartCount + 1,
    };
    say(
      'Pulled',
      status.restartCount > 0
        ? `Container image "${container.image}" already present on machine`
        : `Successfully pulled image "${container.image}" in ${seededInteger(
            `pull:${uid}`,
            812,
            2900,
          )}ms`,
      runs,
    );
    say('Created', `Created container: ${container.name}`, runs);
    say('Started', `Started container ${container.name}`, runs);
    if (status.state.waiting?.reason === 'CrashLoopBackOff') {
      const crashedAt = Date.parse(
        status.lastState.terminated?.finishedAt ??
          pod.metadata.creationTimestamp,
      );
      say(
        'BackOff',
        `Back-off restarting failed container ${container.name} in pod ${name}_${namespace}(${uid})`,
        {
          regarding: inContainer,
          type: 'Warning',
          firstAt: createdAt + 10 * second,
          lastAt: Math.max(
            crashedAt,
            Math.floor(builder.now / minute) * minute,
          ),
          count: Math.floor((builder.now - createdAt) / (13 * second)) + 1,
        },
      );
    }
  }

  const slot = builder.slots.get(uid);
  const replacement = slot ? builder.history.replacement(slot) : undefined;
  if (replacement) {
    const previous = {
      ...regarding,
      name: replacement.previousName,
      uid: seededUid(`Pod/${namespace}/${replacement.previousName}`),
    };
    for (const { name: containerName } of pod.spec.containers) {
      say('Killing', `Stopping container ${containerName}`, {
        regarding: previous,
        firstAt: replacement.at,
      });
    }
  }
}

function addControllerEvents(
  builder: ClusterBuilder,
  object: KubernetesObject,
) {
  const { apiVersion, kind, metadata } = object;
  const { name, namespace = 'default', uid } = metadata;
  const regarding = { apiVersion, kind, name, namespace, uid };
  const say = (
    component: string,
    reason: string,
    rest: { message: string; at: number },
  ) =>
    addEvent(builder, {
      regarding,
      type: 'Normal',
      reason,
      component,
      message: rest.message,
      firstAt: rest.at,
    });

  if (kind === 'ReplicaSet' || kind === 'Job' || kind === 'DaemonSet') {
    const component = {
      ReplicaSet: 'replicaset-controller',
      Job: 'job-controller',
      DaemonSet: 'daemonset-controller',
    }[kind];
    for (const pod of builder.pods) {
      if (pod.metadata.ownerReferences?.[0].uid === uid) {
        say(component, 'SuccessfulCreate', {
          message: `Created pod: ${pod.metadata.name}`,
          at: Date.parse(pod.metadata.creationTimestamp),
        });
        if (kind === 'Job') {
          const end =
            pod.status.containerStatuses[0].state.terminated?.finishedAt;
          if (end) {
            say(component, 'Completed', {
              message: 'Job completed',
              at: Date.parse(end),
            });
          }
        }
      }
    }
  }
  const owner = metadata.ownerReferences?.[0];
  if (kind === 'Job' && owner) {
    addEvent(builder, {
      regarding: { ...owner, namespace },
      type: 'Normal',
      reason: 'SuccessfulCreate',
      component: 'cronjob-controller',
      message: `Created job ${name}`,
      firstAt: Date.parse(metadata.creationTimestamp),
    });
  }
  if (kind === 'Deployment') {
    const record = builder.history.workload({ kind, namespace, name });
    if (record) {
      say('deployment-controller', 'ScalingReplicaSet', {
        message: `Scaled up replica set ${name}-${record.current.templateHash}`,
        at: record.current.rolledOutAt,
      });
      const source = metadata.annotations?.[sourceAnnotation];
      if (source) {
        say('gitops-operator', 'Applied', {
          message: `Applied revision ${record.revision} from ${source}`,
          at: record.current.rolledOutAt,
        });
      }
    }
  }
}

function addEvent(builder: ClusterBuilder, options: EventOptions) {
  const { regarding, reason, component, host } = options;
  const lastAt = options.lastAt ?? options.firstAt;
  if (lastAt < builder.now - retentionMs || lastAt > builder.now) {
    return;
  }
  const { namespace } = regarding;
  const seed = [
    namespace,
    regarding.uid,
    regarding.fieldPath,
    reason,
    options.message,
    component,
  ].join('/');
  const name = `${regarding.name}.${seededHex(`event:${seed}`, 16)}`;
  builder.add({
    apiVersion: 'v1',
    kind: 'Event',
    metadata: {
      name,
      namespace,
      uid: seededUid(`Event/${seed}`),
      creationTimestamp: formatTime(options.firstAt),
    },
    involvedObject: {
      kind: regarding.kind,
      namespace,
      name: regarding.name,
      uid: regarding.uid,
      apiVersion: regarding.apiVersion,
      ...(regarding.fieldPath && { fieldPath: regarding.fieldPath }),
    },
    type: options.type,
    reason,
    message: options.message,
    source: { component, ...(host && { host }) },
    reportingComponent: component,
    reportingInstance: host ?? '',
    firstTimestamp: formatTime(options.firstAt),
    lastTimestamp: formatTime(lastAt),
    count: options.count ?? 1,
    eventTime: null,
  });
}
