import { completeContainer } from './completeTemplate.ts';
import { containerAt, containerId } from './containerLifecycle.ts';
import type { ContainerMoment, ContainerPlan } from './containerLifecycle.ts';
import type { ClusterNode } from './deriveNodes.ts';
import { formatTime, ownedBy, second } from './kubernetesTypes.ts';
import type {
  Condition,
  ContainerStatus,
  KubernetesObject,
  PodStatus,
} from './kubernetesTypes.ts';
import type { Container, PodTemplate } from './manifestSchemas.ts';
import { seededHex, seededInteger, seededUid } from './seed.ts';

export interface PodPlan {
  name: string;
  generateName?: string;
  namespace: string;
  labels: Record<string, string>;
  template: PodTemplate;
  owner: KubernetesObject;
  createdAt: number;
  behaviour: ContainerPlan['behaviour'];
  node: ClusterNode;
  ip: string;
  /** The place in its controller that the pod fills, whatever its name. */
  slot: string;
}

/** A pod together with what only its derivation knows. */
export interface DerivedPod extends KubernetesObject {
  spec: PodTemplate['spec'] & { nodeName: string };
  status: PodStatus;
}

const defaultTolerations = ['not-ready', 'unreachable'].map(taint => ({
  key: `node.kubernetes.io/${taint}`,
  operator: 'Exists',
  effect: 'NoExecute',
  tolerationSeconds: 300,
}));

/** Makes the pod that a controller would have made, in its present state. */
export function derivePod(
  plan: PodPlan,
  clock: { now: number; epoch: number },
): DerivedPod {
  const { template, namespace, name } = plan;
  const isJob = plan.behaviour === 'completed';
  const moments = template.spec.containers.map((container, index) =>
    containerAt(
      {
        seed: `${namespace}/${name}/${container.name}`,
        createdAt: plan.createdAt,
        // Only the first container carries the fault; sidecars run well.
        behaviour: index > 0 && !isJob ? 'healthy' : plan.behaviour,
        epoch: clock.epoch,
      },
      clock.now,
    ),
  );

  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      ...(plan.generateName && { generateName: plan.generateName }),
      namespace,
      uid: seededUid(`Pod/${namespace}/${name}`),
      creationTimestamp: formatTime(plan.createdAt),
      labels: plan.labels,
      ...(template.metadata.annotations && {
        annotations: template.metadata.annotations,
      }),
      ownerReferences: ownedBy(plan.owner),
    },
    spec: {
      ...template.spec,
      containers: template.spec.containers.map(completeContainer),
      restartPolicy: isJob
        ? template.spec.restartPolicy ?? 'Never'
        : template.spec.restartPolicy ?? 'Always',
      terminationGracePeriodSeconds:
        template.spec.terminationGracePeriodSeconds ?? 30,
      dnsPolicy: template.spec.dnsPolicy ?? 'ClusterFirst',
      serviceAccountName: template.spec.serviceAccountName ?? 'default',
      serviceAccount: template.spec.serviceAccountName ?? 'default',
      securityContext: template.spec.securityContext ?? {},
      schedulerName: 'default-scheduler',
      priority: 0,
      enableServiceLinks: template.spec.enableServiceLinks ?? true,
      preemptionPolicy: 'PreemptLowerPriority',
      tolerations: template.spec.tolerations ?? defaultTolerations,
      nodeName: plan.node.name,
    },
    status: podStatus(plan, moments),
  };
}

function podStatus(plan: PodPlan, moments: ContainerMoment[]): PodStatus {
  const { containers, initContainers } = plan.template.spec;
  const isStarted = moments.every(
    ({ state }) => state.waiting?.reason !== 'ContainerCreating',
  );
  const isFinished = moments.every(({ state }) => state.terminated);
  const containerStatuses = containers.map((container, index) =>
    containerStatus(plan, container, moments[index]),
  );
  const withIp = isStarted && {
    podIP: plan.ip,
    podIPs: [{ ip: plan.ip }],
  };
  const initStatuses = initContainers?.map(container =>
    initContainerStatus(plan, container),
  );

  return {
    phase: isFinished ? 'Succeeded' : phaseOf(isStarted),
    conditions: podConditions(plan, { moments, isStarted, isFinished }),
    hostIP: plan.node.ip,
    hostIPs: [{ ip: plan.node.ip }],
    ...withIp,
    startTime: formatTime(plan.createdAt),
    ...(initStatuses && { initContainerStatuses: initStatuses }),
    containerStatuses,
    qosClass: qosClass(containers),
  };
}

function phaseOf(isStarted: boolean) {
  return isStarted ? 'Running' : 'Pending';
}

function containerStatus(
  plan: PodPlan,
  container: Container,
  moment: ContainerMoment,
): ContainerStatus {
  const seed = `${plan.namespace}/${plan.name}/${container.name}`;
  const message = moment.state.waiting?.message;
  const state =
    message && moment.state.waiting
      ? {
          waiting: {
            reason: moment.state.waiting.reason,
            message: `${message}=${container.name} pod=${plan.name}_${
              plan.namespace
            }(${seededUid(`Pod/${plan.namespace}/${plan.name}`)})`,
          },
        }
      : moment.state;
  const isCreated = moment.state.waiting?.reason !== 'ContainerCreating';
  return {
    name: container.name,
    image: container.image,
    imageID: isCreated ? imageId(container.image) : '',
    ...(isCreated && {
      containerID: containerId(`${seed}:${moment.startedAt}`),
    }),
    ready: moment.isReady,
    started: moment.state.running !== undefined,
    restartCount: moment.restartCount,
    state,
    lastState: moment.lastState,
  };
}

function initContainerStatus(
  plan: PodPlan,
  container: Container,
): ContainerStatus {
  const seed = `${plan.namespace}/${plan.name}/${container.name}`;
  return {
    name: container.name,
    image: container.image,
    imageID: imageId(container.image),
    containerID: containerId(seed),
    ready: true,
    started: false,
    restartCount: 0,
    state: {
      terminated: {
        exitCode: 0,
        reason: 'Completed',
        startedAt: formatTime(plan.createdAt + second),
        finishedAt: formatTime(
          plan.createdAt + second + seededInteger(`init:${seed}`, 200, 500),
        ),
        containerID: containerId(seed),
      },
    },
    lastState: {},
  };
}

function podConditions(
  plan: PodPlan,
  facts: {
    moments: ContainerMoment[];
    isStarted: boolean;
    isFinished: boolean;
  },
): Condition[] {
  const createdAt = formatTime(plan.createdAt);
  const condition = (
    type: string,
    isTrue: boolean,
    since: string,
  ): Condition => ({
    type,
    status: isTrue ? 'True' : 'False',
    lastProbeTime: null,
    lastTransitionTime: since,
  });
  const names = plan.template.spec.containers.map(({ name }) => name);
  const unready = names.filter((_name, index) => !facts.moments[index].isReady);
  const isReady = unready.length === 0;
  const since = formatTime(
    isReady
      ? Math.max(...facts.moments.map(({ readyAt }) => readyAt))
      : plan.createdAt,
  );
  const why = facts.isFinished
    ? { reason: 'PodCompleted' }
    : {
        reason: 'ContainersNotReady',
        message: `containers with unready status: [${unready.join(' ')}]`,
      };
  const started = formatTime(
    Math.min(...facts.moments.map(({ startedAt }) => startedAt)),
  );

  return [
    condition(
      'PodReadyToStartContainers',
      facts.isStarted && !facts.isFinished,
      facts.isStarted ? started : createdAt,
    ),
    condition('Initialized', true, createdAt),
    { ...condition('Ready', isReady, since), ...(!isReady && why) },
    { ...condition('ContainersReady', isReady, since), ...(!isReady && why) },
    condition('PodScheduled', true, createdAt),
  ];
}

function imageId(image: string) {
  const repository = image.replace(/(:[^:/]+)?(@.*)?$/, '');
  return `${repository}@sha256:${seededHex(`image:${image}`)}`;
}

function qosClass(containers: Container[]) {
  const isBounded = containers.every(({ resources }) =>
    ['cpu', 'memory'].every(name => {
      const limit = resources.limits?.[name];
      const request = resources.requests?.[name] ?? limit;
      return limit !== undefined && limit === request;
    }),
  );
  const isBestEffort = containers.every(
    ({ resources }) => !resources.limits && !resources.requests,
  );
  if (isBounded) {
    return 'Guaranteed';
  }
  return isBestEffort ? 'BestEffort' : 'Burstable';
}
