import { ServiceUnavailableError } from '@backstage/errors';
import type { Limit } from 'p-limit';
import pLimit from 'p-limit';
import { words } from '../markdown/docsWords';
import type { BuildRequest, BuildResult } from './buildMessages';
import { BuildProcess } from './BuildProcess';

export interface BuildWorkersOptions {
  /** Sites that are built at the same time. */
  count: number;
  maxMemoryMegabytes: number;
}

const IDLE_MS = 60_000;

/**
 * Builds sites in processes of their own, so that the portal never waits for a
 * repository and outlives whatever it holds.
 *
 * @remarks
 * A process is kept for a while, since loading the libraries takes longer than
 * most builds. One that runs out of time or memory is ended.
 */
export class BuildWorkers {
  readonly #limit: Limit;
  readonly #processes = new Set<BuildProcess>();
  readonly #starting = new Set<Promise<BuildProcess>>();
  readonly #closing = new AbortController();
  #idleTimer: NodeJS.Timeout | undefined;
  readonly #options: BuildWorkersOptions;

  constructor(options: BuildWorkersOptions) {
    this.#options = options;
    this.#limit = pLimit(options.count);
  }

  build(request: BuildRequest): Promise<BuildResult> {
    return this.#limit(async () => {
      this.#closing.signal.throwIfAborted();
      clearTimeout(this.#idleTimer);
      const worker = this.#findIdle().next().value ?? (await this.#start());
      try {
        return await worker.build(request);
      } finally {
        this.#idleTimer = setTimeout(
          () => this.#findIdle().forEach(idle => idle.kill()),
          IDLE_MS,
        ).unref();
      }
    });
  }

  /** Ends all processes, and so what they are building or are to build. */
  async close(): Promise<void> {
    clearTimeout(this.#idleTimer);
    this.#closing.abort(
      words.error(
        ServiceUnavailableError,
        words.describe('docs.failure.ended'),
      ),
    );
    await Promise.all([
      ...[...this.#processes].map(worker => worker.kill()),
      Promise.allSettled(this.#starting),
    ]);
  }

  #findIdle() {
    return this.#processes.values().filter(({ isBusy }) => !isBusy);
  }

  async #start(): Promise<BuildProcess> {
    const { maxMemoryMegabytes } = this.#options;
    const { signal } = this.#closing;
    const starting = BuildProcess.start(maxMemoryMegabytes, signal);
    this.#starting.add(starting);
    const worker = await starting.finally(() =>
      this.#starting.delete(starting),
    );
    this.#processes.add(worker);
    worker.ended.then(() => this.#processes.delete(worker));
    return worker;
  }
}
