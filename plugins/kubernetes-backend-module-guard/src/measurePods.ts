import {
  parseQuantity,
  runningContainers,
} from '@atrium/plugin-workloads-common';
import type { PodStatusFetchResponse } from '@backstage/plugin-kubernetes-common';
import { z } from 'zod';

/** What a pod asks for and uses, as the stock plugin hands it on. */
type PodStatus = PodStatusFetchResponse['resources'][number];
type Pod = PodStatus['Pod'];
type ContainerStatus = PodStatus['Containers'][number];
type ResourceUsage = PodStatus['CPU'];

const quantitySchema = z.union([z.string(), z.number()]).nullish();
const amountsSchema = z
  .object({ cpu: quantitySchema, memory: quantitySchema })
  .nullish();

const containerSchema = z.object({
  name: z.string(),
  resources: z
    .object({ requests: amountsSchema, limits: amountsSchema })
    .nullish(),
});

const specSchema = z.object({
  containers: z.array(containerSchema),
  initContainers: z
    .array(containerSchema.extend({ restartPolicy: z.string().nullish() }))
    .nullish(),
});

const podMetricsSchema = z.object({
  metadata: z.object({ name: z.string() }),
  containers: z.array(z.object({ name: z.string(), usage: amountsSchema })),
});

/**
 * Joins pods of a namespace with what the metrics API tells of them; cores and
 * bytes. What is not understood counts as nothing, as where nothing is asked for.
 */
export function measurePods(pods: Pod[], metrics: unknown[]): PodStatus[] {
  const measured = new Map(
    metrics
      .map(item => podMetricsSchema.safeParse(item).data)
      .filter(item => item !== undefined)
      .map(({ metadata, containers }) => [metadata.name, containers]),
  );
  return pods.map(pod => {
    const spec = specSchema.safeParse(pod.spec).data;
    const specs = spec ? runningContainers(spec) : [];
    const usages = measured.get(pod.metadata?.name ?? '') ?? [];
    const totals = specs.map(({ name, resources }) => {
      const usage = usages.find(item => item.name === name)?.usage;
      const amount = (resource: 'cpu' | 'memory'): ResourceUsage => ({
        CurrentUsage: parseQuantity(usage?.[resource]) ?? 0,
        RequestTotal: parseQuantity(resources?.requests?.[resource]) ?? 0,
        LimitTotal: parseQuantity(resources?.limits?.[resource]) ?? 0,
      });
      return {
        isMeasured: usage !== undefined,
        status: {
          Container: name,
          CPUUsage: amount('cpu'),
          MemoryUsage: amount('memory'),
        },
      };
    });
    const containers = totals.map(({ status }) => status);
    return {
      Pod: pod,
      CPU: sum(containers.map(({ CPUUsage }) => CPUUsage)),
      Memory: sum(containers.map(({ MemoryUsage }) => MemoryUsage)),
      Containers: totals
        .filter(({ isMeasured }) => isMeasured)
        .map(({ status }): ContainerStatus => status),
    };
  });
}

function sum(usages: ResourceUsage[]): ResourceUsage {
  const total = (field: keyof ResourceUsage) =>
    usages.reduce((result, usage) => result + Number(usage[field]), 0);
  return {
    CurrentUsage: total('CurrentUsage'),
    RequestTotal: total('RequestTotal'),
    LimitTotal: total('LimitTotal'),
  };
}
