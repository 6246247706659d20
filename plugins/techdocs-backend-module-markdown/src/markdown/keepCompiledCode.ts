import { channel } from 'node:diagnostics_channel';
import { flushCompileCache } from 'node:module';
import { V8Rest } from './V8Rest';

/** What the launcher's loader of bundled workers listens to. */
const workerUsed = channel('atrium.worker.used');

function keep(): void {
  workerUsed.publish({});
  flushCompileCache();
}

/**
 * Keeps what V8 has compiled for the next process or thread of its kind, once most of
 * the code has run. One that is ended would keep nothing by itself.
 */
export function keepCompiledCode(): void {
  const rest = V8Rest.find();
  if (rest) {
    // Code is taken only under the flags that it was kept under.
    rest.interrupt(keep);
  } else {
    keep();
  }
}
