import type { BenchRun } from '../plugin/runPluginBench.ts';
import type { SloBenchOptions } from './parseArguments.ts';

/** What a run works with. */
export interface SloBenchRun extends BenchRun {
  root: string;
  options: SloBenchOptions;
}
