import type { ResourceAmount, Workload } from '@atrium/plugin-workloads-common';

/** From here on a container is called near its limit. */
const NEAR = 0.8;

/** The container that is nearest to what it may use. */
export interface NearestLimit {
  resource: 'CPU' | 'memory';
  container: string;
  /** What is used, as a part of the limit. */
  ratio: number;
  isNear: boolean;
}

/**
 * Finds the container nearest to a limit.
 *
 * @returns why there is none when there is none
 */
export function nearestLimit(
  workloads: Workload[],
): NearestLimit | 'not-measured' | 'no-limit' {
  const measured = workloads.filter(({ resources }) => resources.isMeasured);
  if (measured.length === 0) {
    return 'not-measured';
  }
  const [nearest] = measured
    .flatMap(({ resources }) => resources.containers)
    .flatMap(({ name, cpuCores, memoryBytes }) => [
      ...toLimit({ resource: 'memory', container: name }, memoryBytes),
      ...toLimit({ resource: 'CPU', container: name }, cpuCores),
    ])
    .sort((a, b) => b.ratio - a.ratio);
  return nearest ?? 'no-limit';
}

/** Says whether what is used comes near to what may be used. */
export function isNearLimit({ used, limit }: ResourceAmount): boolean {
  return used !== undefined && limit ? used / limit >= NEAR : false;
}

function toLimit(
  of: Pick<NearestLimit, 'resource' | 'container'>,
  amount: ResourceAmount,
): NearestLimit[] {
  const { used, limit } = amount;
  return used !== undefined && limit
    ? [{ ...of, ratio: used / limit, isNear: isNearLimit(amount) }]
    : [];
}
