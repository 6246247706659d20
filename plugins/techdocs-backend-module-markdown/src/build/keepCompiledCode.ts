import { channel } from 'node:diagnostics_channel';
import { flushCompileCache } from 'node:module';

/** What the launcher's loader of bundled workers listens to. */
const workerUsed = channel('atrium.worker.used');

/**
 * Keeps what V8 has compiled for the next process of its kind, once most of the code has
 * run. One that is ended would keep nothing by itself. Code is taken only under the flags
 * that it was kept under.
 */
export function keepCompiledCode(): void {
  workerUsed.publish({});
  flushCompileCache();
}
