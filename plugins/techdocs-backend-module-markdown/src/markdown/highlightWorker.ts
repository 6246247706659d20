import { parentPort, workerData } from 'node:worker_threads';
import { READY } from '../worker/IsolatedWorker';

/** Set in `workerData`, so that importing this file starts nothing. */
export const HIGHLIGHT_WORKER_ROLE = 'atrium-highlight';

export interface CodeBlock {
  code: string;
  language: string;
}

export interface HighlightRequest {
  id: number;
  blocks: CodeBlock[];
}

/** What is done so far; the rest of the page follows. */
export interface HighlightAnswer {
  id: number;
  /** Index of the first of these blocks. */
  first: number;
  /** HTML per line; undefined for a language without a grammar. */
  blocks: (string[] | undefined)[];
  isLast: boolean;
}

/** What is done is handed over so often, as the thread may be ended. */
const ANSWER_MILLISECONDS = 50;

async function start() {
  // Loaded here, so that only the thread carries the grammars.
  const loaded = await import('./CodeHighlighter');
  // Node makes a CommonJS file the default export of itself.
  const { CodeHighlighter } =
    'default' in loaded ? (loaded.default as typeof loaded) : loaded;
  const highlighter = await CodeHighlighter.create();

  parentPort?.on('message', async ({ id, blocks }: HighlightRequest) => {
    let done: HighlightAnswer['blocks'] = [];
    let first = 0;
    let answeredAt = performance.now();
    for (const [index, block] of blocks.entries()) {
      try {
        done.push(await highlighter.highlight(block.code, block.language));
      } catch {
        // A grammar that fails costs the colours of this block only.
        done.push(undefined);
      }
      const isLast = index === blocks.length - 1;
      const now = performance.now();
      if (isLast || now - answeredAt > ANSWER_MILLISECONDS) {
        const answer: HighlightAnswer = { id, first, blocks: done, isLast };
        parentPort?.postMessage(answer);
        done = [];
        first = index + 1;
        answeredAt = now;
      }
    }
  });
  parentPort?.postMessage(READY);
}

if (workerData?.role === HIGHLIGHT_WORKER_ROLE) {
  start();
}
