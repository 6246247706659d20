import { resolve } from 'node:path';
import { readOptions } from '../plugin/readOptions.ts';
import { runPluginBench } from '../plugin/runPluginBench.ts';
import { measureLists } from './measureLists.ts';

const root = resolve(import.meta.dirname, '../..');

/** Measures the catalog's list over as many entities as the issue names. */
void runPluginBench(run =>
  measureLists({
    ...run,
    root,
    options: readOptions(process.argv.slice(2), {
      numbers: { entities: 50_000, rounds: 40, port: 27_917 },
      home: resolve(root, '.atrium', 'bench', 'entity-summary'),
      usage: 'Options: --entities N  --rounds N  --port N  --home DIR',
    }),
  }),
);
