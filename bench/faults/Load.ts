import { setTimeout as sleep } from 'node:timers/promises';

const WORKERS = 6;
const PAUSE_MS = 10;

/** What people and clients ask for most. */
const PATHS = [
  '/',
  '/api/catalog/entities?limit=20',
  '/api/catalog/entities/by-name/component/default/payments',
  '/api/slo/slos',
  '/api/slo/alerts',
  '/api/delivery/environments?entityRef=component:default/payments',
  '/api/search/query?term=payments',
];

/** Requests that several clients make one after the other, until told to stop. */
export class Load {
  requests = 0;
  /** What went wrong, by what it was. */
  readonly failures = new Map<string, number>();
  slowestMs = 0;
  readonly #url: string;
  readonly #headers: Record<string, string>;
  readonly #workers: Promise<void>[];
  #isStopped = false;

  constructor(url: string, headers: Record<string, string>) {
    this.#url = url;
    this.#headers = headers;
    this.#workers = Array.from({ length: WORKERS }, (_, index) =>
      this.#work(index),
    );
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all(this.#workers);
  }

  async #work(first: number): Promise<void> {
    for (let turn = first; !this.#isStopped; turn++) {
      const path = PATHS[turn % PATHS.length];
      const start = performance.now();
      const failure = await this.#ask(path);
      this.slowestMs = Math.max(this.slowestMs, performance.now() - start);
      this.requests++;
      if (failure) {
        this.failures.set(failure, (this.failures.get(failure) ?? 0) + 1);
      }
      await sleep(PAUSE_MS);
    }
  }

  async #ask(path: string): Promise<string | undefined> {
    try {
      const answer = await fetch(`${this.#url}${path}`, {
        headers: this.#headers,
      });
      const body = await answer.text();
      return answer.ok
        ? undefined
        : `${path}: ${answer.status} ${body.slice(0, 120)}`;
    } catch (error) {
      return `${path}: ${error}`;
    }
  }
}
