import { resolve } from 'node:path';
import { readOptions } from '../plugin/readOptions.ts';
import { runPluginBench } from '../plugin/runPluginBench.ts';
import { measureFindings } from './measureFindings.ts';

const root = resolve(import.meta.dirname, '../..');

/** Measures how long a large report takes, and how much memory. */
void runPluginBench(run =>
  measureFindings({
    ...run,
    root,
    options: readOptions(process.argv.slice(2), {
      numbers: { results: 100_000, port: 27_967 },
      home: resolve(root, '.atrium', 'bench', 'findings'),
      usage: 'Options: --results N  --port N  --home DIR',
    }),
  }),
);
