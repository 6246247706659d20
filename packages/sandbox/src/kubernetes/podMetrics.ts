import { clusterNodes } from './clusterNodes.ts';
import type { DerivedPod } from './derivePods.ts';
import { formatTime } from './kubernetesTypes.ts';
import { day, second } from '../durations.ts';
import type { KubernetesObject } from './kubernetesTypes.ts';
import type { Container } from './manifestSchemas.ts';
import { parseQuantity } from './quantities.ts';
import { seededFraction } from '../seed.ts';

const windowMs = 15 * second;
const mebibyte = 2 ** 20;

export interface Usage {
  cores: number;
  bytes: number;
}

/** A share of what a container requests, which follows the day and trembles. */
export function containerUsage(
  pod: DerivedPod,
  container: Container,
  now: number,
): Usage {
  const time = Math.floor(now / windowMs) * windowMs;
  const seed = `${pod.metadata.uid}/${container.name}`;
  const { requests, limits } = container.resources;
  const request = (name: string, otherwise: number) =>
    parseQuantity(requests?.[name]) ??
    (parseQuantity(limits?.[name]) ?? otherwise) / 2;
  // Busiest in the afternoon, as the customers of the sample shop are.
  const ofDay = Math.sin(((time % day) / day - 0.375) * 2 * Math.PI);
  const noise = seededFraction(`noise:${seed}:${time}`) - 0.5;
  const cpuShare =
    0.3 + 0.2 * seededFraction(`cpu:${seed}`) + 0.1 * ofDay + 0.06 * noise;
  const memoryShare =
    0.62 + 0.2 * seededFraction(`memory:${seed}`) + 0.03 * ofDay;
  return {
    cores: request('cpu', 0.2) * cpuShare,
    bytes: request('memory', 256 * mebibyte) * memoryShare,
  };
}

/** What metrics-server says of a pod; nothing while none of it runs. */
export function podMetrics(
  pod: DerivedPod,
  now: number,
): KubernetesObject | undefined {
  const { name, namespace, uid, labels } = pod.metadata;
  const running = pod.spec.containers.filter(
    (_, index) => pod.status.containerStatuses[index].state.running,
  );
  return running.length === 0
    ? undefined
    : {
        ...measurement('PodMetrics', now),
        metadata: {
          name,
          namespace,
          uid,
          creationTimestamp: formatTime(now),
          labels,
        },
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
  return clusterNodes.map(({ metadata: { name } }) => {
    const total: Usage = { cores: 0.4, bytes: 3_400 * mebibyte };
    for (const pod of pods.filter(({ spec }) => spec.nodeName === name)) {
      for (const container of pod.spec.containers) {
        const usage = containerUsage(pod, container, now);
        total.cores += usage.cores;
        total.bytes += usage.bytes;
      }
    }
    return {
      ...measurement('NodeMetrics', now),
      metadata: { name, uid: '', creationTimestamp: formatTime(now) },
      usage: formatUsage(total),
    };
  });
}

function measurement(kind: string, now: number) {
  return {
    kind,
    apiVersion: 'metrics.k8s.io/v1beta1',
    timestamp: formatTime(Math.floor(now / windowMs) * windowMs),
    window: '15s',
  };
}

function formatUsage({ cores, bytes }: Usage) {
  return {
    cpu: `${Math.round(cores * 1e9)}n`,
    memory: `${Math.round(bytes / 1024)}Ki`,
  };
}
