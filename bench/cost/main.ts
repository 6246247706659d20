import { resolve } from 'node:path';
import { readOptions } from '../plugin/readOptions.ts';
import { runPluginBench } from '../plugin/runPluginBench.ts';
import { measureCost } from './measureCost.ts';

const root = resolve(import.meta.dirname, '../..');

/** Measures the cost backend, on its own over HTTP. */
void runPluginBench(run =>
  measureCost({
    ...run,
    root,
    options: readOptions(process.argv.slice(2), {
      numbers: { charges: 10_000_000, port: 27_947 },
      home: resolve(root, '.atrium', 'bench', 'cost'),
      keepsData: true,
      usage: 'Options: --charges N  --port N  --home DIR  --fresh',
    }),
  }),
);
