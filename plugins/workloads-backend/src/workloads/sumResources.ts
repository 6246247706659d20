import {
  parseQuantity,
  type ResourceAmount,
  type ResourceUse,
  runningContainers,
} from '@atrium/plugin-workloads-common';
import type { PodMetrics, PodObject } from '../kubernetes/schemas/pods';
import type { Container } from '../kubernetes/schemas/podTemplate';

type ResourceName = 'cpu' | 'memory';

/** What each container asks for and uses, over all pods. */
class ContainerSums {
  readonly #specs = new Map<string, Container[]>();
  readonly #usages = new Map<string, Partial<Record<ResourceName, string>>[]>();

  addSpec(container: Container): void {
    append(this.#specs, container.name, container);
  }

  addUsage(name: string, usage: Partial<Record<ResourceName, string>>): void {
    append(this.#usages, name, usage);
  }

  list(): ResourceUse['containers'] {
    return [...this.#specs.keys()].map(name => ({
      name,
      cpuCores: this.#amount(name, 'cpu'),
      memoryBytes: this.#amount(name, 'memory'),
    }));
  }

  #amount(container: string, resource: ResourceName): ResourceAmount {
    const specs = this.#specs.get(container) ?? [];
    const usages = this.#usages.get(container) ?? [];
    return {
      requested: sumSome(
        specs.map(({ resources }) =>
          parseQuantity(resources?.requests?.[resource]),
        ),
      ),
      limit: sumAll(
        specs.map(({ resources }) =>
          parseQuantity(resources?.limits?.[resource]),
        ),
      ),
      used: sumSome(usages.map(usage => parseQuantity(usage[resource]))),
    };
  }
}

/**
 * Sums requests, limits and usage of the pods that run.
 *
 * @remarks Once any pod is measured, only those that are count: the usage of some
 * says nothing beside the limits of all. A sum of limits is given only when each
 * container has one, as otherwise there is no limit to what they use together.
 */
export function sumResources(
  pods: PodObject[],
  metrics: Map<string, PodMetrics>,
): ResourceUse {
  const counted = pods.filter(
    ({ metadata, status }) =>
      !metadata.deletionTimestamp &&
      status.phase !== 'Succeeded' &&
      status.phase !== 'Failed',
  );
  const measured = counted.filter(({ metadata }) => metrics.has(metadata.name));
  const found = measured.flatMap(
    ({ metadata }) => metrics.get(metadata.name) ?? [],
  );
  const sums = new ContainerSums();
  for (const { spec } of measured.length > 0 ? measured : counted) {
    for (const container of runningContainers(spec)) {
      sums.addSpec(container);
    }
  }
  for (const { name, usage } of found.flatMap(({ containers }) => containers)) {
    sums.addUsage(name, usage);
  }
  const containers = sums.list();
  return {
    isMeasured: measured.length > 0,
    measuredAt: found
      .map(({ timestamp }) => timestamp ?? '')
      .sort()
      .at(-1),
    podCount: counted.length,
    measuredPods: measured.length,
    cpuCores: sumAmounts(containers.map(({ cpuCores }) => cpuCores)),
    memoryBytes: sumAmounts(containers.map(({ memoryBytes }) => memoryBytes)),
    containers,
  };
}

function sumAmounts(amounts: ResourceAmount[]): ResourceAmount {
  return {
    requested: sumSome(amounts.map(({ requested }) => requested)),
    limit: sumAll(amounts.map(({ limit }) => limit)),
    used: sumSome(amounts.map(({ used }) => used)),
  };
}

/** The sum of those that are there; undefined when none is. */
function sumSome(values: (number | undefined)[]): number | undefined {
  const present = values.filter(value => value !== undefined);
  return present.length > 0
    ? roundToNano(present.reduce((sum, value) => sum + value, 0))
    : undefined;
}

/** Kubernetes counts no finer, and sums of fractions do. */
function roundToNano(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** The sum when all are there. */
function sumAll(values: (number | undefined)[]): number | undefined {
  return values.includes(undefined) ? undefined : sumSome(values);
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key) ?? [];
  values.push(value);
  map.set(key, values);
}
