import type { IsolatedWorker } from '../worker/IsolatedWorker';
import { startThread } from '../worker/startThread';
import { workerFile } from '../worker/workerFile';
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

type HighlightThread = IsolatedWorker<HighlightRequest, HighlightAnswer>;

const IDLE_MILLISECONDS = 5 * 60 * 1000;
const MAX_HEAP_MEGABYTES = 256;

/**
 * Highlights code with the grammars of VS Code in a thread of its own.
 *
 * @remarks
 * A thread can be ended: whatever a repository feeds to a grammar, it costs
 * the colours of that page and never the portal. The thread starts with the
 * first block of code, and ends after a while without any.
 */
export class Highlighter {
  private thread: Promise<HighlightThread> | undefined;
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
    const { thread } = this;
    this.thread = undefined;
    await (await thread?.catch(() => undefined))?.kill();
  }

  private async process(
    blocks: CodeBlock[],
    maxMilliseconds: number,
  ): Promise<HighlightResult> {
    clearTimeout(this.idleTimer);
    let thread: HighlightThread;
    try {
      this.thread ??= this.start();
      thread = await this.thread;
    } catch {
      this.thread = undefined;
      return { blocks: [], isTimedOut: true };
    }
    this.requestCount += 1;
    const id = this.requestCount;
    const lines: HighlightResult['blocks'] = blocks.map(() => undefined);
    const { kind } = await thread.exchange(
      { id, blocks },
      {
        maxMilliseconds,
        onAnswer(answer) {
          if (answer.id !== id) {
            return false;
          }
          lines.splice(answer.first, answer.blocks.length, ...answer.blocks);
          return answer.isLast;
        },
      },
    );
    // Out of memory ends the thread; that is as good as out of time.
    const isTimedOut = kind !== 'answered';
    if (isTimedOut) {
      await this.close();
    }
    this.idleTimer = setTimeout(() => this.close(), IDLE_MILLISECONDS);
    this.idleTimer.unref();
    return { blocks: lines, isTimedOut };
  }

  private start(): Promise<HighlightThread> {
    const started = startThread<HighlightRequest, HighlightAnswer>({
      file: workerFile(__filename, 'highlightWorker'),
      role: HIGHLIGHT_WORKER_ROLE,
      maxHeapMegabytes: MAX_HEAP_MEGABYTES,
    }).then(thread => {
      thread.ended.then(() => {
        if (this.thread === started) {
          this.thread = undefined;
        }
      });
      return thread;
    });
    return started;
  }
}
