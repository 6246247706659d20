import type { FakeObject } from './FakeClusters';

const ID = 'backstage.io/kubernetes-id';

interface DeploymentOptions {
  name: string;
  namespace?: string;
  id?: string;
  labels?: Record<string, string>;
  image?: string;
  replicas?: number;
  ready?: number;
  annotations?: Record<string, string>;
  /** Whether its pods carry the id as well. */
  isIdOnPods?: boolean;
  limits?: Record<string, string>;
  initContainers?: object[];
}

/** A Deployment whose rollout is over. */
export function deployment(options: DeploymentOptions): FakeObject {
  const { name, namespace = 'billing', id, replicas = 2 } = options;
  const { isIdOnPods = true, ready = replicas } = options;
  const labels = { ...options.labels, ...(id && { [ID]: id }) };
  return {
    metadata: {
      name,
      namespace,
      generation: 3,
      creationTimestamp: '2026-01-10T08:00:00Z',
      labels,
      annotations: options.annotations,
    },
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name, ...(isIdOnPods && labels) } },
        spec: {
          initContainers: options.initContainers,
          containers: [
            {
              name: 'app',
              image: options.image ?? `registry.example/${name}:1.2.0`,
              resources: { limits: options.limits },
            },
          ],
        },
      },
    },
    status: {
      observedGeneration: 3,
      replicas,
      readyReplicas: ready,
      updatedReplicas: replicas,
    },
  };
}

interface PodOptions {
  name: string;
  deployment: string;
  namespace?: string;
  id?: string;
  image?: string;
  status?: object;
  resources?: object;
  initContainers?: object[];
}

/** A pod of the ReplicaSet `<deployment>-7d9f` that runs well. */
export function pod(options: PodOptions): FakeObject {
  const { name, namespace = 'billing', id } = options;
  const image = options.image ?? `registry.example/${options.deployment}:1.2.0`;
  return {
    metadata: {
      name,
      namespace,
      creationTimestamp: '2026-11-25T08:00:00Z',
      labels: {
        app: options.deployment,
        'pod-template-hash': '7d9f',
        ...(id && { [ID]: id }),
      },
      ownerReferences: [
        {
          kind: 'ReplicaSet',
          name: `${options.deployment}-7d9f`,
          controller: true,
        },
      ],
    },
    spec: {
      nodeName: 'node-1',
      initContainers: options.initContainers,
      containers: [{ name: 'app', image, resources: options.resources }],
    },
    status: options.status ?? {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True' }],
      containerStatuses: [
        {
          name: 'app',
          ready: true,
          restartCount: 0,
          state: { running: {} },
          imageID: `registry.example/web@sha256:${'ab'.repeat(32)}`,
        },
      ],
    },
  };
}

/** A component with annotations, and its owner. */
export function component(
  name: string,
  options: {
    annotations?: Record<string, string>;
    owner?: string;
    links?: { url: string; title?: string; icon?: string; type?: string }[];
  } = {},
) {
  const { annotations, owner = 'group:default/team-payments' } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: annotations ?? { [ID]: name },
      links: options.links,
    },
    spec: {},
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}
