import { resolve } from 'node:path';
import { runPluginBench } from '../plugin/runPluginBench.ts';
import { measureDelivery } from './measureDelivery.ts';
import { parseArguments } from './parseArguments.ts';

const root = resolve(import.meta.dirname, '../..');

/** Measures the delivery backend against its figures, on its own over HTTP. */
void runPluginBench(run =>
  measureDelivery({
    ...run,
    root,
    options: parseArguments(process.argv.slice(2), root),
  }),
);
