import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AnalysisMessage, AnalysisTask } from './analysisWorker';
import { ANALYSIS_WORKER_ROLE } from './analysisWorker';

const START_MILLISECONDS = 60_000;
const MAX_HEAP_MEGABYTES = 1_024;

/** Why a task has no answer; what it was given is to blame, not the thread. */
export class AnalysisLimitError extends Error {
  constructor(readonly limit: 'time' | 'memory') {
    super(`The analysis takes more ${limit} than allowed`);
    this.name = 'AnalysisLimitError';
  }
}

/** A running thread that does one task after the other. */
export class AnalysisThread {
  readonly #worker: Worker;
  #isEnded = false;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.once('exit', () => {
      this.#isEnded = true;
    });
    // Every task listens for itself; without a listener it would end the portal.
    worker.on('error', () => {});
  }

  static async start(): Promise<AnalysisThread> {
    const { file, execArgv } = workerFile();
    const worker = new Worker(file, {
      execArgv,
      workerData: { role: ANALYSIS_WORKER_ROLE },
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES },
    });
    // The portal may exit while the thread waits for work.
    worker.unref();
    const thread = new AnalysisThread(worker);
    try {
      await nextMessage(worker, START_MILLISECONDS);
    } catch (error) {
      await thread.end();
      throw error;
    }
    return thread;
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /**
   * Does a task, and ends the thread when that takes too much of anything.
   *
   * @throws AnalysisLimitError when it did
   */
  async run(task: AnalysisTask, maxMilliseconds: number): Promise<unknown> {
    const answer = nextMessage(this.#worker, maxMilliseconds);
    this.#worker.postMessage(task);
    let message: AnalysisMessage;
    try {
      message = await answer;
    } catch (error) {
      await this.end();
      throw error;
    }
    if (message.state === 'done') {
      return message.answer;
    }
    throw new Error(
      message.state === 'failed' ? message.message : 'Unexpected message',
    );
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    await this.#worker.terminate();
  }
}

async function nextMessage(
  worker: Worker,
  maxMilliseconds: number,
): Promise<AnalysisMessage> {
  const answer = Promise.withResolvers<AnalysisMessage>();
  const timer = setTimeout(
    () => answer.reject(new AnalysisLimitError('time')),
    maxMilliseconds,
  );
  const onError = (error: Error & { code?: string }) =>
    answer.reject(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? new AnalysisLimitError('memory')
        : error,
    );
  const onExit = () =>
    answer.reject(new Error('The analysis thread has ended'));
  worker.on('message', answer.resolve);
  worker.on('error', onError);
  worker.on('exit', onExit);
  try {
    return await answer.promise;
  } finally {
    clearTimeout(timer);
    worker.off('message', answer.resolve);
    worker.off('error', onError);
    worker.off('exit', onExit);
  }
}

/**
 * The file stands beside this one, under the ending that this one has. From the
 * source it needs what turns TypeScript into JavaScript; a built one does not.
 */
function workerFile(): { file: string; execArgv: string[] } {
  const isBuilt = __filename.endsWith('.js');
  const name = `analysisWorker${isBuilt ? '.cjs.js' : '.ts'}`;
  return {
    // The build keeps one file per module, so both stay side by side.
    // eslint-disable-next-line no-restricted-syntax -- a thread is started by its file, not by an import
    file: path.join(__dirname, name),
    execArgv: isBuilt
      ? []
      : [
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ],
  };
}
