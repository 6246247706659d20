import { WorkerThread } from '@atrium/backend-common/workers';
import type { CodeBlock } from './highlightWorker';
import { load, runTask, workerFile } from './highlightWorker';

export type { CodeBlock };

export interface HighlightResult {
  /** HTML per line for each block; undefined, or none, where it stays plain. */
  blocks: (string[] | undefined)[];
  isTimedOut: boolean;
}

/**
 * Highlights code with the grammars of VS Code in a thread of its own.
 *
 * @remarks
 * A thread can be ended: whatever a repository feeds to a grammar, it costs
 * the colours of that page and never the portal.
 */
export class Highlighter {
  readonly #thread = new WorkerThread(
    { load, runTask, workerFile },
    {
      maxHeapMegabytes: 256,
      idleMilliseconds: 5 * 60 * 1000,
      maxTasks: 1,
    },
  );
  #queue: Promise<unknown> = Promise.resolve();

  /** Highlights the blocks of a page; what takes too long stays plain. */
  highlight(blocks: CodeBlock[], maxMs: number): Promise<HighlightResult> {
    // One page after the other, so that each has its time to itself.
    const result = this.#queue.then(() => this.#process(blocks, maxMs));
    this.#queue = result;
    return result;
  }

  async close(): Promise<void> {
    await this.#thread.close();
  }

  async #process(blocks: CodeBlock[], maxMs: number): Promise<HighlightResult> {
    const done: HighlightResult['blocks'] = [];
    let endsAt: number | undefined;
    const onStart = () => {
      endsAt ??= performance.now() + maxMs;
    };
    for (const block of blocks) {
      const left = endsAt === undefined ? maxMs : endsAt - performance.now();
      try {
        done.push(await this.#thread.run(block, { maxMs: left, onStart }));
      } catch {
        // Out of memory is as good as out of time.
        return { blocks: done, isTimedOut: true };
      }
    }
    return { blocks: done, isTimedOut: false };
  }
}
