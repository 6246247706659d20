import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, toError } from '@backstage/errors';
import type { ClaimedSite, PrebuildStore } from './PrebuildStore';
import type { SyncOutcome, TechdocsSyncClient } from './TechdocsSyncClient';

export interface PrebuildRunnerOptions {
  store: Pick<PrebuildStore, 'claim' | 'finish' | 'release'>;
  client: Pick<TechdocsSyncClient, 'summarize' | 'sync'>;
  logger: LoggerService;
  concurrency: number;
  recheckSeconds: number;
  /** Told how each attempt ended, once that is written down. */
  onAttempt(entityRef: string, outcome: SyncOutcome | 'failed'): void;
}

/** Longer than any build may take, so that a claim outlives its build. */
const LEASE_SECONDS = 15 * 60;
const SYNC_MS = 10 * 60 * 1_000;

/** TechDocs looks at a source once in this time. */
const SKIP_SECONDS = 61;
const MAX_SKIPS = 3;

const FIRST_RETRY_SECONDS = 5 * 60;
const MAX_RETRY_SECONDS = 24 * 60 * 60;

/** More names than this make a log entry unreadable. */
const MAX_NAMED_FAILURES = 20;

/** Builds what is due, a few sites at a time, until nothing is. */
export class PrebuildRunner {
  readonly #abort = new AbortController();
  readonly #loops = new Set<Promise<void>>();
  #askCount = 0;
  #builtCount = 0;
  readonly #failures = new Map<string, string>();
  readonly #options: PrebuildRunnerOptions;

  constructor(options: PrebuildRunnerOptions) {
    this.#options = options;
  }

  /** Returns when nothing is due any more. */
  async run(): Promise<void> {
    this.#askCount += 1;
    while (this.#loops.size < this.#options.concurrency) {
      const loop = this.#buildWhileDue().finally(() => {
        this.#loops.delete(loop);
        if (this.#loops.size === 0) {
          this.#report();
        }
      });
      this.#loops.add(loop);
    }
    await Promise.all(this.#loops);
  }

  /** Leaves what is being built to other replicas. */
  async stop(): Promise<void> {
    this.#abort.abort();
    await Promise.allSettled(this.#loops);
  }

  async #buildWhileDue() {
    while (!this.#abort.signal.aborted) {
      const askCount = this.#askCount;
      const site = await this.#options.store.claim(LEASE_SECONDS);
      if (site) {
        await this.#build(site);
      } else if (askCount === this.#askCount) {
        // Nobody asked while the list was looked at.
        return;
      }
    }
  }

  async #build(site: ClaimedSite) {
    const { store, client, onAttempt } = this.#options;
    const signal = AbortSignal.any([
      this.#abort.signal,
      AbortSignal.timeout(SYNC_MS),
    ]);
    try {
      const outcome = await client.sync(site.entityRef, signal);
      this.#builtCount += outcome === 'built' ? 1 : 0;
      const isToRepeat = outcome === 'skipped' && site.attemptCount < MAX_SKIPS;
      // A visit may have built it as well, so that here nothing has changed.
      const isPublished = outcome === 'built' || outcome === 'unchanged';
      await store.finish(site, {
        isSuccess: !isToRepeat,
        summary: isPublished
          ? await client.summarize(site.entityRef, signal)
          : undefined,
        nextInSeconds: isToRepeat ? SKIP_SECONDS : this.#recheckSeconds(),
      });
      onAttempt(site.entityRef, outcome);
    } catch (error) {
      if (this.#abort.signal.aborted) {
        await store.release(site);
        return;
      }
      const message = isError(error) ? error.message : toError(error).message;
      this.#failures.set(site.entityRef, message);
      await store.finish(site, {
        isSuccess: false,
        error: message,
        nextInSeconds: Math.min(
          FIRST_RETRY_SECONDS * 4 ** site.attemptCount,
          MAX_RETRY_SECONDS,
        ),
      });
      onAttempt(site.entityRef, 'failed');
    }
  }

  /** Up to a fifth longer, so that sites found together drift apart. */
  #recheckSeconds(): number {
    return this.#options.recheckSeconds * (1 + Math.random() / 5);
  }

  #report() {
    const { logger } = this.#options;
    if (this.#builtCount > 0) {
      logger.info(`Documentation sites built ahead: ${this.#builtCount}`);
    }
    if (this.#failures.size > 0) {
      logger.warn(
        `Documentation sites that could not be built ahead: ${
          this.#failures.size
        }`,
        Object.fromEntries([...this.#failures].slice(0, MAX_NAMED_FAILURES)),
      );
    }
    this.#builtCount = 0;
    this.#failures.clear();
  }
}
