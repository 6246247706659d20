import { Worker } from 'node:worker_threads';
import type { WorkerEnd, WorkerPort } from './IsolatedWorker';
import { IsolatedWorker } from './IsolatedWorker';
import { workerExecArgv } from './workerFile';

export interface StartThreadOptions {
  file: string;
  /** Given as `workerData.role`, so that importing the file starts nothing. */
  role: string;
  maxHeapMegabytes: number;
}

/** Starts a thread of this process. */
export function startThread<Request extends object, Answer>(
  options: StartThreadOptions,
): Promise<IsolatedWorker<Request, Answer>> {
  const worker = new Worker(options.file, {
    workerData: { role: options.role },
    execArgv: workerExecArgv(options.file),
    resourceLimits: { maxOldGenerationSizeMb: options.maxHeapMegabytes },
  });
  let failure: unknown;
  worker.on('error', error => {
    failure = error;
  });
  const port: WorkerPort = {
    post: message => worker.postMessage(message),
    onMessage(listener) {
      worker.on('message', listener);
      return () => worker.off('message', listener);
    },
    ended: new Promise<WorkerEnd>(resolve => {
      worker.once('exit', () =>
        resolve({
          isOutOfMemory:
            failure instanceof Error &&
            'code' in failure &&
            failure.code === 'ERR_WORKER_OUT_OF_MEMORY',
          reason: String(failure ?? 'it ended'),
        }),
      );
    }),
    hold: isHeld => (isHeld ? worker.ref() : worker.unref()),
    async kill() {
      await worker.terminate();
    },
  };
  return IsolatedWorker.start(port);
}
