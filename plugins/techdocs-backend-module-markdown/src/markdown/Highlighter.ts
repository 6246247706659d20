import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type {
  CodeBlock,
  HighlightAnswer,
  HighlightRequest,
} from './highlightWorker';
import { HIGHLIGHT_WORKER_ROLE } from './highlightWorker';

export type { CodeBlock };

export interface HighlightResult {
  /** HTML per line for each block; undefined where it stays plain. */
  blocks: (string[] | undefined)[];
  isTimedOut: boolean;
}

const IDLE_MILLISECONDS = 5 * 60 * 1000;
const START_MILLISECONDS = 30_000;
const MAX_HEAP_MEGABYTES = 256;

/** The worker stands beside this file, under the ending that this one has. */
function workerFile(): string {
  const ending = __filename.endsWith('.cjs.js') ? '.cjs.js' : '.ts';
  // The build keeps one file per module, so both stay side by side.
  // eslint-disable-next-line no-restricted-syntax -- a thread is started by its file, not by an import
  return path.join(__dirname, `highlightWorker${ending}`);
}

/**
 * Highlights code with the grammars of VS Code in a thread of its own.
 *
 * @remarks
 * A thread can be ended: whatever a repository feeds to a grammar, it costs
 * the colours of that page and never the portal. The thread starts with the
 * first block of code, and ends after a while without any.
 */
export class Highlighter {
  private worker: Promise<Worker> | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private idleTimer: NodeJS.Timeout | undefined;
  private requestCount = 0;

  /** Highlights the blocks of a page; what takes too long stays plain. */
  highlight(
    blocks: CodeBlock[],
    maxMilliseconds: number,
  ): Promise<HighlightResult> {
    // One page after the other, so that each has its time to itself.
    const result = this.queue.then(() => this.process(blocks, maxMilliseconds));
    this.queue = result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    clearTimeout(this.idleTimer);
    const { worker } = this;
    this.worker = undefined;
    await (await worker?.catch(() => undefined))?.terminate();
  }

  private async process(
    blocks: CodeBlock[],
    maxMilliseconds: number,
  ): Promise<HighlightResult> {
    clearTimeout(this.idleTimer);
    let worker: Worker;
    try {
      this.worker ??= this.start();
      worker = await this.worker;
    } catch {
      this.worker = undefined;
      return { blocks: [], isTimedOut: true };
    }
    const result = await this.exchange(worker, blocks, maxMilliseconds);
    if (result.isTimedOut) {
      await this.close();
    }
    this.idleTimer = setTimeout(() => this.close(), IDLE_MILLISECONDS);
    this.idleTimer.unref();
    return result;
  }

  private start(): Promise<Worker> {
    const started = startWorker(() => {
      if (this.worker === started) {
        this.worker = undefined;
      }
    });
    return started;
  }

  private async exchange(
    worker: Worker,
    blocks: CodeBlock[],
    maxMilliseconds: number,
  ): Promise<HighlightResult> {
    this.requestCount += 1;
    const request: HighlightRequest = { id: this.requestCount, blocks };
    const lines: HighlightResult['blocks'] = blocks.map(() => undefined);
    const exchange = Promise.withResolvers<boolean>();
    const onMessage = (answer: HighlightAnswer) => {
      if (answer.id === request.id) {
        lines[answer.index] = answer.lines;
        if (answer.isLast) {
          exchange.resolve(false);
        }
      }
    };
    // Out of memory ends the thread; that is as good as out of time.
    const onEnd = () => exchange.resolve(true);
    const timer = setTimeout(onEnd, maxMilliseconds);
    worker.on('message', onMessage);
    worker.on('exit', onEnd);
    worker.postMessage(request);
    try {
      return { blocks: lines, isTimedOut: await exchange.promise };
    } finally {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('exit', onEnd);
    }
  }
}

function startWorker(onExit: () => void): Promise<Worker> {
  const worker = new Worker(workerFile(), {
    workerData: { role: HIGHLIGHT_WORKER_ROLE },
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES },
  });
  // The portal may exit while the thread waits for work.
  worker.unref();
  worker.once('exit', onExit);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('The highlighter did not start')),
      START_MILLISECONDS,
    );
    worker.once('message', () => {
      clearTimeout(timer);
      resolve(worker);
    });
    worker.on('error', error => {
      clearTimeout(timer);
      reject(error);
    });
  });
}
