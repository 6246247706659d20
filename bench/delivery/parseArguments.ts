import { resolve } from 'node:path';
import { type PluginBenchOptions, readOptions } from '../plugin/readOptions.ts';

/**
 * What the bench is run with: how many events a year of all services has, for
 * how many seconds events are sent, and the port of the backend, of which
 * Postgres takes the next one.
 */
export type DeliveryBenchOptions = PluginBenchOptions<
  'events' | 'seconds' | 'port'
>;

/** Reads the command line. */
export function parseArguments(
  args: string[],
  root: string,
): DeliveryBenchOptions {
  return readOptions(args, {
    numbers: { events: 200_000, seconds: 15, port: 27_807 },
    home: resolve(root, '.atrium', 'bench', 'delivery'),
    usage: 'Options: --events N  --seconds N (of ingest)  --port N  --home DIR',
  });
}
