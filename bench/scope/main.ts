import { resolve } from 'node:path';
import { readOptions } from '../plugin/readOptions.ts';
import { runPluginBench } from '../plugin/runPluginBench.ts';
import { measureScope } from './measureScope.ts';

const root = resolve(import.meta.dirname, '../..');

/** Measures lists over all entities in front of a catalog of full size. */
void runPluginBench(run =>
  measureScope({
    ...run,
    root,
    options: readOptions(process.argv.slice(2), {
      numbers: { components: 50_000, rounds: 60, port: 27_907 },
      home: resolve(root, '.atrium', 'bench', 'scope'),
      usage: 'Options: --components N  --rounds N  --port N  --home DIR',
    }),
  }),
);
