import ElkConstructor, { type ELK } from 'elkjs/lib/elk-api';

/** The layout engine, which works beside the page and does not hold it up. */
export function createElk(): ELK {
  return new ElkConstructor({
    workerFactory: () =>
      new Worker(new URL('elkjs/lib/elk-worker.min.js', import.meta.url)),
  });
}
