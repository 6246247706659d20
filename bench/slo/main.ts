import { resolve } from 'node:path';
import { runPluginBench } from '../plugin/runPluginBench.ts';
import { measureSlos } from './measureSlos.ts';
import { parseArguments } from './parseArguments.ts';

const root = resolve(import.meta.dirname, '../..');

/** Measures the SLO backend against its figures, on its own over HTTP. */
void runPluginBench(run =>
  measureSlos({
    ...run,
    root,
    options: parseArguments(process.argv.slice(2), root),
  }),
);
