import { resolve } from 'node:path';
import { readOptions } from '../plugin/readOptions.ts';
import { runPluginBench } from '../plugin/runPluginBench.ts';
import { measureGraph } from './measureGraph.ts';

const root = resolve(import.meta.dirname, '../..');

/** Measures the graph of entities at full size. */
void runPluginBench(run =>
  measureGraph({
    ...run,
    root,
    options: readOptions(process.argv.slice(2), {
      numbers: { entities: 50_000, rounds: 60, port: 27_937 },
      home: resolve(root, '.atrium', 'bench', 'entity-graph'),
      usage: 'Options: --entities N  --rounds N  --port N  --home DIR',
    }),
  }),
);
