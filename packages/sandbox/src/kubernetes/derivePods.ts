import type { ClusterNode } from './clusterNodes.ts';
import { completeTemplate } from './completeTemplate.ts';
import { containerAt } from './containerLifecycle.ts';
import type { ContainerMoment, ContainerPlan } from './containerLifecycle.ts';
import { formatTime, ownedBy } from './kubernetesTypes.ts';
import type {
  Condition,
  ContainerStatus,
  KubernetesObject,
  PodStatus,
} from './kubernetesTypes.ts';
import type { Container, PodTemplate } from './manifestSchemas.ts';
import { seededHex, seededUid } from '../seed.ts';

export interface PodPlan {
  name: string;
  namespace: string;
  labels: Record<string, string>;
  template: PodTemplate;
  owner: KubernetesObject;
  createdAt: number;
  behaviour: ContainerPlan['behaviour'];
  node: ClusterNode;
  ip: string;
}

/** A pod together with what only its derivation knows. */
export interface DerivedPod extends KubernetesObject {
  spec: PodTemplate['spec'] & { nodeName: string };
  status: PodStatus;
}

/** Makes the pod that a controller would have made, in its present state. */
export function derivePod(plan: PodPlan, now: number): DerivedPod {
  const { template, namespace, name, createdAt, labels } = plan;
  const { annotations } = template.metadata;
  const { serviceAccountName = 'default' } = template.spec;
  const isJob = plan.behaviour === 'completed';
  const { spec } = completeTemplate(template);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace,
      uid: seededUid(`Pod/${namespace}/${name}`),
      creationTimestamp: formatTime(createdAt),
      labels,
      ...(annotations && { annotations }),
      ownerReferences: ownedBy(plan.owner),
    },
    spec: {
      ...spec,
      restartPolicy:
        template.spec.restartPolicy ?? (isJob ? 'Never' : 'Always'),
      serviceAccountName,
      nodeName: plan.node.metadata.name,
    },
    status: podStatus(
      plan,
      spec.containers.map((container, index) =>
        containerAt(
          {
            seed: `${namespace}/${name}/${container.name}`,
            createdAt,
            // Only the first container carries the fault; sidecars run well.
            behaviour: index > 0 && !isJob ? 'healthy' : plan.behaviour,
          },
          now,
        ),
      ),
    ),
  };
}

function podStatus(plan: PodPlan, moments: ContainerMoment[]): PodStatus {
  const { containers } = plan.template.spec;
  const isStarted = moments.every(
    ({ state }) => state.waiting?.reason !== 'ContainerCreating',
  );
  const isFinished = moments.every(({ state }) => state.terminated);
  const createdAt = formatTime(plan.createdAt);
  const unready = containers.filter((_, index) => !moments[index].isReady);
  const isReady = unready.length === 0;
  const readiness = {
    status: isReady ? 'True' : 'False',
    lastTransitionTime: isReady
      ? formatTime(Math.max(...moments.map(({ readyAt }) => readyAt)))
      : createdAt,
    ...(!isReady && {
      reason: isFinished ? 'PodCompleted' : 'ContainersNotReady',
      message: `containers with unready status: [${unready
        .map(({ name }) => name)
        .join(' ')}]`,
    }),
  } satisfies Omit<Condition, 'type'>;
  const since = { status: 'True', lastTransitionTime: createdAt } as const;

  return {
    phase: phaseOf({ isStarted, isFinished }),
    conditions: [
      { type: 'Initialized', ...since },
      { type: 'Ready', ...readiness },
      { type: 'ContainersReady', ...readiness },
      { type: 'PodScheduled', ...since },
    ],
    hostIP: plan.node.status.addresses[0].address,
    ...(isStarted && { podIP: plan.ip }),
    startTime: createdAt,
    containerStatuses: containers.map((container, index) =>
      containerStatus(plan, container, moments[index]),
    ),
  };
}

function phaseOf(pod: { isStarted: boolean; isFinished: boolean }) {
  if (pod.isFinished) {
    return 'Succeeded';
  }
  return pod.isStarted ? 'Running' : 'Pending';
}

function containerStatus(
  plan: PodPlan,
  container: Container,
  moment: ContainerMoment,
): ContainerStatus {
  const { name, image } = container;
  const { state, lastState, restartCount, isReady } = moment;
  const repository = image.replace(/(:[^:/]+)?(@.*)?$/, '');
  return {
    name,
    image,
    imageID:
      state.waiting?.reason === 'ContainerCreating'
        ? ''
        : `${repository}@sha256:${seededHex(`image:${image}`)}`,
    ready: isReady,
    started: state.running !== undefined,
    restartCount,
    state: state.waiting?.message
      ? {
          waiting: {
            ...state.waiting,
            message: `${state.waiting.message}=${name} pod=${plan.name}_${plan.namespace}`,
          },
        }
      : state,
    lastState,
  };
}

export function isPodReady(pod: DerivedPod): boolean {
  return pod.status.conditions.some(
    ({ type, status }) => type === 'Ready' && status === 'True',
  );
}

export function countReady(pods: DerivedPod[]): number {
  return pods.filter(isPodReady).length;
}
