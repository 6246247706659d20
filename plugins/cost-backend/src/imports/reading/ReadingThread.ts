import { workerExecArgv } from '@atrium/backend-common/workers';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ReadMessage, ReadResult, ReadTask } from './ReadTask';
import { type ReadWorkerData, workerFile } from './readWorker';

/** What a thread may know of the environment, which is full of secrets. */
const ENVIRONMENT = ['NODE_ENV', 'NODE_COMPILE_CACHE', 'TMPDIR'];
const MAX_HEAP_MEGABYTES = 256;
/** Most of what is read is gone at once. */
const MAX_YOUNG_MEGABYTES = 48;

/** Pieces of rows, and what was read once they have ended. */
export interface Reading {
  /** Lines for COPY, in pieces; the thread waits while none is taken. */
  pieces: AsyncGenerator<Uint8Array, ReadResult>;
  /** Ends the thread, whatever it does. */
  stop(): Promise<void>;
}

/**
 * Reads a delivery in a thread of its own, so that the portal answers meanwhile:
 * taking a million rows apart keeps a processor busy for a while. Memory is limited
 * by what is underway, not by how large the files are.
 *
 * @param onRows - told how many rows were read up to now
 */
export function readInThread(
  task: ReadTask,
  onRows: (rowCount: number) => void,
): Reading {
  const data: ReadWorkerData = { readDelivery: task };
  const worker = new Worker(workerFile, {
    workerData: data,
    execArgv: workerExecArgv(workerFile),
    env: Object.fromEntries(
      ENVIRONMENT.flatMap(name => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    resourceLimits: {
      maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES,
      maxYoungGenerationSizeMb: MAX_YOUNG_MEGABYTES,
    },
  });
  return {
    pieces: takePieces(worker, { inbox: listen(worker), onRows }),
    stop: async () => {
      await worker.terminate();
    },
  };
}

/** What a thread has said and nobody has taken, and how it ended if it did. */
interface Inbox {
  messages: ReadMessage[];
  wake: EventTarget;
  ended?: { error?: unknown };
}

/** Listens from the start: what is said while nobody listens is lost. */
function listen(worker: Worker): Inbox {
  const inbox: Inbox = { messages: [], wake: new EventTarget() };
  const wakeUp = () => inbox.wake.dispatchEvent(new Event('news'));
  worker.on('message', (message: ReadMessage) => {
    inbox.messages.push(message);
    wakeUp();
  });
  worker.on('error', error => {
    inbox.ended = { error };
    wakeUp();
  });
  worker.on('exit', () => {
    inbox.ended ??= {};
    wakeUp();
  });
  return inbox;
}

async function* takePieces(
  worker: Worker,
  { inbox, onRows }: { inbox: Inbox; onRows(rowCount: number): void },
): AsyncGenerator<Uint8Array, ReadResult> {
  for (;;) {
    const message = inbox.messages.shift();
    if (message?.kind === 'done') {
      return message.result;
    }
    if (message) {
      onRows(message.rowCount);
      yield message.lines;
      worker.postMessage('taken');
    } else if (inbox.ended) {
      throw inbox.ended.error ?? new Error('The thread that reads has ended');
    } else {
      await once(inbox.wake, 'news');
    }
  }
}
