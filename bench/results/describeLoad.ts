import { availableParallelism, loadavg } from 'node:os';

/** Others at work on the machine make everything slower but the ratios. */
export function describeLoad(): string {
  const [load] = loadavg();
  return `${availableParallelism()} processors, ${load.toFixed(
    1,
  )} processes wanted them in the last minute`;
}
