import { resolve } from 'node:path';
import { readOptions } from '../plugin/readOptions.ts';
import { runPluginBench } from '../plugin/runPluginBench.ts';
import { measureScorecards } from './measureScorecards.ts';

const root = resolve(import.meta.dirname, '../..');

/** Measures how fast entities are rated, beside Tech Insights. */
void runPluginBench(run =>
  measureScorecards({
    ...run,
    root,
    options: readOptions(process.argv.slice(2), {
      numbers: { entities: 50_000, stock: 300, port: 27_927 },
      home: resolve(root, '.atrium', 'bench', 'scorecard'),
      usage:
        'Options: --entities N  --stock N (entities of Tech Insights)  --port N  --home DIR',
    }),
  }),
);
