import { resolve } from 'node:path';
import { readOptions } from '../plugin/readOptions.ts';
import { runPluginBench } from '../plugin/runPluginBench.ts';
import { measureImport } from './measureImport.ts';

const root = resolve(import.meta.dirname, '../..');

/** Measures how fast a bill is brought in, beside COPY alone. */
void runPluginBench(run =>
  measureImport({
    ...run,
    root,
    options: readOptions(process.argv.slice(2), {
      numbers: { rows: 1_000_000, port: 27_947 },
      home: resolve(root, '.atrium', 'bench', 'cost-import'),
      usage: 'Options: --rows N  --port N  --home DIR',
    }),
  }),
);
