import { setImmediate } from 'node:timers/promises';
import { WorkerThread } from '@atrium/backend-common/workers';
import type {
  CodeBlock,
  HighlightedPage,
  HighlightTask,
} from './highlightWorker';
import { load, runTask, workerFile } from './highlightWorker';

interface WaitingPage {
  blocks: CodeBlock[];
  maxMs: number;
  resolve(page: HighlightedPage): void;
}

/** Characters of code that are handed to the thread at once. */
const MAX_CHARACTERS = 25_000;

/** Behind its time a page may still end the block that it is at. */
const GRACE_MS = 500;

/**
 * Highlights code with the grammars of VS Code in a thread of its own.
 *
 * @remarks
 * A thread can be ended: whatever a repository feeds to a grammar, it costs
 * the colours of that page and never the portal.
 */
export class Highlighter {
  readonly #thread = new WorkerThread<HighlightTask, HighlightedPage[]>(
    { load, runTask, workerFile },
    {
      maxHeapMegabytes: 256,
      idleMilliseconds: 5 * 60 * 1000,
      maxTasks: 1,
    },
  );
  #waiting: WaitingPage[] = [];
  #isAtWork = false;

  /** Loads the grammars while other things are done. */
  start(): void {
    this.#thread.start();
  }

  /** Highlights the blocks of a page; what takes too long stays plain. */
  highlight(blocks: CodeBlock[], maxMs: number): Promise<HighlightedPage> {
    return new Promise(resolve => {
      this.#waiting.push({ blocks, maxMs, resolve });
      this.#work();
    });
  }

  async close(): Promise<void> {
    await this.#thread.close();
  }

  async #work(): Promise<void> {
    if (this.#isAtWork) {
      return;
    }
    this.#isAtWork = true;
    while (this.#waiting.length > 0) {
      const pages = this.#takePages();
      if (!(await this.#process(pages))) {
        // One of them is at fault, and takes nothing from the others.
        for (const page of pages) {
          if (pages.length === 1 || !(await this.#process([page]))) {
            page.resolve({ blocks: [], isTimedOut: true });
          }
        }
      }
    }
    this.#isAtWork = false;
  }

  /** A message for each page would leave the thread waiting for the next one. */
  #takePages(): WaitingPage[] {
    let characterCount = 0;
    const end = this.#waiting.findIndex(({ blocks }) => {
      characterCount += blocks.reduce((sum, { code }) => sum + code.length, 0);
      return characterCount > MAX_CHARACTERS;
    });
    return this.#waiting.splice(
      0,
      end === -1 ? this.#waiting.length : Math.max(end, 1),
    );
  }

  /**
   * One page at a time: what waits for a page renders it at once, and the thread is to
   * be given its next task, and the next one after that, before all are rendered.
   */
  async #handOut(
    pages: WaitingPage[],
    coloured: HighlightedPage[],
  ): Promise<void> {
    for (const [index, page] of coloured.entries()) {
      await setImmediate();
      pages[index].resolve(page);
    }
  }

  /** Whether the thread got to an end with these pages. */
  async #process(pages: WaitingPage[]): Promise<boolean> {
    const maxMs = Math.min(...pages.map(page => page.maxMs));
    try {
      const done = await this.#thread.run(
        { pages: pages.map(({ blocks }) => blocks), maxMs },
        { maxMs: maxMs + GRACE_MS },
      );
      this.#handOut(pages, done);
      // Those that time did not suffice for get a time of their own.
      this.#waiting.unshift(...pages.slice(done.length));
      return true;
    } catch {
      // Out of memory is as good as out of time.
      return false;
    }
  }
}
