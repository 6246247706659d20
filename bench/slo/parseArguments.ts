import { resolve } from 'node:path';
import { type PluginBenchOptions, readOptions } from '../plugin/readOptions.ts';

/**
 * What the bench is run with: how many SLOs there are, for how many days each
 * has counts, how many random windows are compared with raw minutes, how many
 * SLOs Prometheus has too, for how many seconds counts are sent, and the port of
 * the backend, of which Postgres and Prometheus take the next ones.
 */
export type SloBenchOptions = PluginBenchOptions<
  'slos' | 'days' | 'checks' | 'sample' | 'seconds' | 'port'
>;

/** Reads the command line. */
export function parseArguments(args: string[], root: string): SloBenchOptions {
  const options: SloBenchOptions = readOptions(args, {
    numbers: {
      slos: 100,
      days: 30,
      checks: 1_000,
      sample: 20,
      seconds: 15,
      port: 27_817,
    },
    home: resolve(root, '.atrium', 'bench', 'slo'),
    keepsData: true,
    usage:
      'Options: --slos N  --days N (of counts)  --checks N (of exactness)  --sample N (of SLOs, beside Prometheus)  --seconds N (of ingest)  --fresh  --port N  --home DIR',
  });
  return { ...options, sample: Math.min(options.sample, options.slos) };
}
