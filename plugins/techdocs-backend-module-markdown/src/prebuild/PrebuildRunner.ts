import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, toError } from '@backstage/errors';
import type { ClaimedSite, PrebuildStore } from './PrebuildStore';
import type { SyncOutcome, TechdocsSyncClient } from './TechdocsSyncClient';

export interface PrebuildRunnerOptions {
  store: Pick<PrebuildStore, 'claim' | 'finish' | 'release'>;
  client: Pick<TechdocsSyncClient, 'sync'>;
  logger: LoggerService;
  concurrency: number;
  recheckSeconds: number;
  /** Told how each attempt ended. */
  onAttempt(outcome: SyncOutcome | 'failed'): void;
}

/** Longer than any build may take, so that a claim outlives its build. */
const LEASE_SECONDS = 15 * 60;
const SYNC_MILLISECONDS = 10 * 60 * 1_000;

/** TechDocs looks at a source once in this time. */
const SKIP_SECONDS = 61;
const MAX_SKIPS = 3;

const FIRST_RETRY_SECONDS = 5 * 60;
const MAX_RETRY_SECONDS = 24 * 60 * 60;

/** More names than this make a log entry unreadable. */
const MAX_NAMED_FAILURES = 20;

/** Builds what is due, a few sites at a time, until nothing is. */
export class PrebuildRunner {
  private readonly abort = new AbortController();
  private readonly loops = new Set<Promise<void>>();
  private askCount = 0;
  private builtCount = 0;
  private readonly failures = new Map<string, string>();

  constructor(private readonly options: PrebuildRunnerOptions) {}

  /** Returns when nothing is due any more. */
  async run(): Promise<void> {
    this.askCount += 1;
    while (this.loops.size < this.options.concurrency) {
      const loop = this.buildWhileDue().finally(() => {
        this.loops.delete(loop);
        if (this.loops.size === 0) {
          this.report();
        }
      });
      this.loops.add(loop);
    }
    await Promise.all(this.loops);
  }

  /** Leaves what is being built to other replicas. */
  async stop(): Promise<void> {
    this.abort.abort();
    await Promise.allSettled(this.loops);
  }

  private async buildWhileDue() {
    while (!this.abort.signal.aborted) {
      const { askCount } = this;
      const site = await this.options.store.claim(LEASE_SECONDS);
      if (site) {
        await this.build(site);
      } else if (askCount === this.askCount) {
        // Nobody asked while the list was looked at.
        return;
      }
    }
  }

  private async build(site: ClaimedSite) {
    const { store, client, onAttempt } = this.options;
    const signal = AbortSignal.any([
      this.abort.signal,
      AbortSignal.timeout(SYNC_MILLISECONDS),
    ]);
    try {
      const outcome = await client.sync(site.entityRef, signal);
      onAttempt(outcome);
      this.builtCount += outcome === 'built' ? 1 : 0;
      const isToRepeat = outcome === 'skipped' && site.attemptCount < MAX_SKIPS;
      await store.finish(site, {
        isSuccess: !isToRepeat,
        nextInSeconds: isToRepeat ? SKIP_SECONDS : this.recheckSeconds(),
      });
    } catch (error) {
      if (this.abort.signal.aborted) {
        await store.release(site);
        return;
      }
      onAttempt('failed');
      const message = isError(error) ? error.message : toError(error).message;
      this.failures.set(site.entityRef, message);
      await store.finish(site, {
        isSuccess: false,
        error: message,
        nextInSeconds: Math.min(
          FIRST_RETRY_SECONDS * 4 ** site.attemptCount,
          MAX_RETRY_SECONDS,
        ),
      });
    }
  }

  /** Up to a fifth longer, so that sites found together drift apart. */
  private recheckSeconds(): number {
    return this.options.recheckSeconds * (1 + Math.random() / 5);
  }

  private report() {
    const { builtCount, failures, options } = this;
    if (builtCount > 0) {
      options.logger.info(`Documentation sites built ahead: ${builtCount}`);
    }
    if (failures.size > 0) {
      options.logger.warn(
        `Documentation sites that could not be built ahead: ${failures.size}`,
        Object.fromEntries([...failures].slice(0, MAX_NAMED_FAILURES)),
      );
    }
    this.builtCount = 0;
    failures.clear();
  }
}
