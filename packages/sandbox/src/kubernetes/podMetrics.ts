import type { DerivedPod } from './derivePods.ts';
import { clusterNodes } from './deriveNodes.ts';
import { day, formatTime, minute, second } from './kubernetesTypes.ts';
import type { KubernetesObject } from './kubernetesTypes.ts';
import type { Container } from './manifestSchemas.ts';
import { formatCpu, formatMemory, parseQuantity } from './quantities.ts';
import { seededFraction } from './seed.ts';

const windowMs = 15 * second;
const mebibyte = 2 ** 20;

export interface Usage {
  cores: number;
  bytes: number;
}

/**
 * What a container uses: a share of its request that follows the day and
 * trembles a little, and never reaches its limit.
 */
export function containerUsage(
  pod: DerivedPod,
  container: Container,
  now: number,
): Usage {
  const time = Math.floor(now / windowMs) * windowMs;
  const seed = `${pod.metadata.uid}/${container.name}`;
  const { requests, limits } = container.resources;
  const cpuLimit = parseQuantity(limits?.cpu);
  const cpuRequest = parseQuantity(requests?.cpu) ?? (cpuLimit ?? 0.2) / 2;
  const memoryLimit = parseQuantity(limits?.memory);
  const memoryRequest =
    parseQuantity(requests?.memory) ?? (memoryLimit ?? 256 * mebibyte) / 2;

  // Busiest in the afternoon, as the customers of the sample shop are.
  const ofDay = Math.sin(((time % day) / day - 0.375) * 2 * Math.PI);
  const phase = seededFraction(`phase:${seed}`) * 2 * Math.PI;
  const ripple = Math.sin((time / (7 * minute)) * 2 * Math.PI + phase);
  const noise = seededFraction(`noise:${seed}:${time}`) - 0.5;

  const cpuShare =
    0.3 +
    0.2 * seededFraction(`cpu:${seed}`) +
    0.1 * ofDay +
    0.04 * ripple +
    0.06 * noise;
  const memoryShare =
    0.62 +
    0.2 * seededFraction(`memory:${seed}`) +
    0.03 * ofDay +
    0.02 * ripple +
    0.01 * noise;
  return {
    cores: Math.min(cpuRequest * cpuShare, (cpuLimit ?? Infinity) * 0.9),
    bytes: Math.min(
      memoryRequest * memoryShare,
      (memoryLimit ?? Infinity) * 0.95,
    ),
  };
}

/** What metrics-server says of a pod; nothing while none of it runs. */
export function podMetrics(
  pod: DerivedPod,
  now: number,
): KubernetesObject | undefined {
  const running = pod.spec.containers.filter((_container, index) =>
    Boolean(pod.status.containerStatuses[index].state.running),
  );
  if (running.length === 0) {
    return undefined;
  }
  return {
    kind: 'PodMetrics',
    apiVersion: 'metrics.k8s.io/v1beta1',
    metadata: {
      name: pod.metadata.name,
      namespace: pod.metadata.namespace,
      uid: pod.metadata.uid,
      creationTimestamp: formatTime(now),
      labels: pod.metadata.labels,
    },
    timestamp: formatTime(Math.floor(now / windowMs) * windowMs),
    window: '15s',
    containers: running.map(container => ({
      name: container.name,
      usage: formatUsage(containerUsage(pod, container, now)),
    })),
  };
}

/** What the nodes use: their pods, and the system under them. */
export function nodeMetrics(
  pods: DerivedPod[],
  now: number,
): KubernetesObject[] {
  return clusterNodes.map(node => {
    const total: Usage = {
      cores: 0.35 + 0.1 * seededFraction(`node-cpu:${node.name}:${now}`),
      bytes: 3_400 * mebibyte,
    };
    for (const pod of pods) {
      if (pod.spec.nodeName !== node.name || pod.status.phase !== 'Running') {
        continue;
      }
      for (const container of pod.spec.containers) {
        const usage = containerUsage(pod, container, now);
        total.cores += usage.cores;
        total.bytes += usage.bytes;
      }
    }
    return {
      kind: 'NodeMetrics',
      apiVersion: 'metrics.k8s.io/v1beta1',
      metadata: {
        name: node.name,
        uid: '',
        creationTimestamp: formatTime(now),
        labels: { 'kubernetes.io/hostname': node.name },
      },
      timestamp: formatTime(Math.floor(now / windowMs) * windowMs),
      window: '15s',
      usage: formatUsage(total),
    };
  });
}

function formatUsage(usage: Usage) {
  return { cpu: formatCpu(usage.cores), memory: formatMemory(usage.bytes) };
}
